/// A version of the text that was set apart under a signed tag (*bevroren versie*).
public struct VersionTag: Equatable, Codable, Sendable {
    /// Name of the tag, such as `besluitversie/1`.
    public let tag: String
    public let text: CommitID
    /// The act that froze it.
    public let act: Int

    public init(tag: String, text: CommitID, act: Int) {
        self.tag = tag
        self.text = text
        self.act = act
    }
}
