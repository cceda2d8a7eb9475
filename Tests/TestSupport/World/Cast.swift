import PlanDomain

/// The people of the little world, each by function and pseudonym.
public enum Cast {
    public static let drafter = Author(function: "Steller veiligheid", role: .drafter, pseudonym: "steller-1")
    public static let editor = Author(function: "Projectleider", role: .editor, pseudonym: "leider-1")
    public static let adviser = Author(function: "Adviseur financiën", role: .adviser, pseudonym: "adviseur-1")
    public static let secretary = Author(function: "Gemeentesecretaris", role: .secretary, pseudonym: "secretaris-1")
    public static let portfolioHolder = Author(function: "Burgemeester", role: .portfolioHolder, pseudonym: "bestuur-1")
    public static let boardOffice = Author(
        function: "Bestuurssecretariaat", role: .boardOffice, pseudonym: "bureau-1")
    public static let clerk = Author(function: "Griffier", role: .clerk, pseudonym: "griffie-1")
    public static let admin = Author(function: "Beheerder", role: .admin, pseudonym: "beheer-1")
    /// Takes part in nothing: every rule of access is tried with this one.
    public static let outsider = Author(function: "Inwoner", role: .resident, pseudonym: "inwoner-1")
}
