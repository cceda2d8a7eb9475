/// A workflow file as a plan carries it (`werkwijze.yml`), with the digest that acts name it by.
public struct WorkflowSource: Equatable, Sendable {
    public let yaml: String
    /// SHA-256 of the file's bytes, in hexadecimal.
    public let digest: String

    public init(yaml: String, digest: String) {
        self.yaml = yaml
        self.digest = digest
    }
}
