/// Looking for words in a version.
extension PublicReadingRoom {
    /// Sections of a version in which every word occurs, best first. Case and accents do not matter, and the beginning
    /// of a word is enough. Closed sections are not looked into.
    public func search(
        _ query: SearchQuery, in plan: PlanID, at text: CommitID? = nil, for participant: Participant,
        as audience: ReadingAudience? = nil
    ) async throws -> [SearchHit] {
        let edition = try await edition(of: plan, at: text, for: participant, as: audience)
        return try await index(of: plan, at: edition.version.text).hits(query, in: edition.openSections)
    }
}
