import PlanDomain

/// What the administrator looks after, and who may see who did what.
extension SiteAddress {
    static let people = SiteAddress("beheer", "mensen")
    static let newPerson = SiteAddress("beheer", "mensen", "nieuw")
    static let contacts = SiteAddress("beheer", "organisaties")
    static let newContact = SiteAddress("beheer", "organisaties", "nieuw")
    static let substitutions = SiteAddress("beheer", "vervanging")
    static let planTypes = SiteAddress("beheer", "plantypen")
    static let houseStyle = SiteAddress("beheer", "huisstijl")
    static let oversight = SiteAddress("beheer", "toezicht")
    static let deeds = SiteAddress("beheer", "toezicht", "handelingen")

    /// A person's page; `part` is what is done there.
    static func person(_ id: PersonID) -> SiteAddress { SiteAddress("beheer", "mensen", id.rawValue) }
    static func person(_ id: PersonID, _ part: String) -> SiteAddress {
        SiteAddress("beheer", "mensen", id.rawValue, part)
    }

    static func newAppointment(of id: PersonID) -> SiteAddress {
        SiteAddress("beheer", "mensen", id.rawValue, "aanstellingen", "nieuw")
    }

    static func appointment(_ appointment: Appointment) -> SiteAddress {
        SiteAddress("beheer", "mensen", appointment.person.rawValue, "aanstellingen", appointment.id.rawValue)
    }

    static func contact(_ id: ContactID) -> SiteAddress { SiteAddress("beheer", "contactpersonen", id.rawValue) }
    static func contact(_ id: ContactID, _ part: String) -> SiteAddress {
        SiteAddress("beheer", "contactpersonen", id.rawValue, part)
    }

    static func contact(_ id: ContactID, in plan: PlanID) -> SiteAddress {
        SiteAddress("beheer", "contactpersonen", id.rawValue, "plannen", plan.rawValue)
    }

    static func withdrawal(of id: SubstitutionID) -> SiteAddress {
        SiteAddress("beheer", "vervanging", id.rawValue, "intrekken")
    }

    static func planType(_ type: String) -> SiteAddress { SiteAddress("beheer", "plantypen", type) }

    static func audit(_ plan: PlanID, person: String? = nil) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "toezicht", query: [("persoon", person)])
    }

    static func accessList(_ plan: PlanID) -> SiteAddress { SiteAddress("plannen", plan.rawValue, "toegang") }
}
