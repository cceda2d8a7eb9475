import Prose

/// Gives out ids made from titles: short, readable, each once.
struct IDSupply {
    private static let limit = 32
    private var taken: Set<String> = []

    /// - Parameter taken: ids that shall not be given out.
    init(taken: some Sequence<String> = []) { reserve(taken) }

    mutating func reserve(_ ids: some Sequence<String>) { taken.formUnion(ids) }

    mutating func next(for title: String) -> String {
        let slug = Slug.make(title, limit: Self.limit, fallback: "sectie")
        var candidate = slug
        var number = 2
        while !taken.insert(candidate).inserted {
            candidate = "\(slug)-\(number)"
            number += 1
        }
        return candidate
    }
}
