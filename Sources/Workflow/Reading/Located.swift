/// A value with the line of the file that it stands on.
struct Located<Value> {
    let value: Value
    /// From 1.
    let line: Int
}

extension Located: Equatable where Value: Equatable {}
extension Located: Sendable where Value: Sendable {}
