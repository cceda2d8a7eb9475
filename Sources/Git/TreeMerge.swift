/// The outcome of merging two changes to one tree.
public enum TreeMerge: Hashable, Sendable {
    case clean(ObjectID)
    /// What could not be settled, by path.
    case conflicts([Conflict])

    /// A file that both sides changed in different ways. A side is nil when the file is not there.
    public struct Conflict: Hashable, Sendable {
        public let path: String
        public let base: ObjectID?
        public let ours: ObjectID?
        public let theirs: ObjectID?

        public init(path: String, base: ObjectID?, ours: ObjectID?, theirs: ObjectID?) {
            self.path = path
            self.base = base
            self.ours = ours
            self.theirs = theirs
        }
    }
}
