/// Everything that is wrong with one file, in the order of its lines.
public struct WorkflowFaults: Error, Equatable, Sendable {
    public let faults: [Fault]

    public struct Fault: Equatable, Hashable, Sendable {
        /// The file as it was named to the reader.
        public let file: String
        /// From 1.
        public let line: Int
        public let reason: Reason
    }
}
