extension SiteRouter {
    /// Each area's routes; a new area is one line here.
    static func groups(_ services: SiteServices) -> [any SiteRouteGroup] {
        [
            PlanRoutes(services: services),
            SectionRoutes(services: services),
            DocumentRoutes(services: services),
            SiteRoutes(services: services),
            SignInRoutes(services: services),
            CodeRoutes(services: services),
            CodeSetupRoutes(services: services),
            PasswordRoutes(services: services),
            NewLinkRoutes(services: services),
            PartnerRoutes(services: services),
            AccountRoutes(services: services),
            AdministrationRoutes(services: services),
            PeopleRoutes(services: services),
            PersonRoutes(services: services),
            AppointmentRoutes(services: services),
            ContactRoutes(services: services),
            OneContactRoutes(services: services),
            SubstitutionRoutes(services: services),
            HouseStyleRoutes(services: services),
            AuditRoutes(services: services),
            SignOutRoutes(services: services),
            ContributionRoutes(services: services),
            DraftItemRoutes(services: services),
            SendingRoutes(services: services),
            OwnInputRoutes(services: services),
            EditorRoutes(services: services),
            DeskRoutes(services: services),
            PapersRoutes(services: services),
            StructureRoutes(services: services),
            NewPlanRoutes(services: services),
        ]
    }
}
