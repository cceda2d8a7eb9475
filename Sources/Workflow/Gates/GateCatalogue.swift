/// Every condition that a workflow file can name.
enum GateCatalogue {
    static let conditions: [String: any GateCondition.Type] = Dictionary(
        uniqueKeysWithValues: types.map { ($0.name, $0) })

    private static let types: [any GateCondition.Type] = [
        SectionsHaveOwner.self,
        SectionsHaveText.self,
        TextsFilled.self,
        DecisionPointsWritten.self,
        DisclosureChosen.self,
        ConsultationClosed.self,
        InputsDisposed.self,
        DeepeningHeld.self,
        ReportsApproved.self,
        DeadlinePassed.self,
        SignOffsCurrent.self,
        NoObjection.self,
        Scheduled.self,
        PointsDecided.self,
        AmendedVersionApproved.self,
        FinalReleaseGiven.self,
        ConditionsFulfilled.self,
        CouncilDecided.self,
    ]
}
