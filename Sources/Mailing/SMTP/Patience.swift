/// How long a mail server may take, in seconds.
///
/// RFC 5321 (4.5.3.2) would wait five minutes for most answers and ten for the last one. One minute finds a dead server
/// sooner; a slow one is tried again, and its readers may get a mail twice.
public struct Patience: Equatable, Sendable {
    public let toConnect: Int
    /// For the answer to one command.
    public let perAnswer: Int
    /// For one mail in all.
    public let inAll: Int

    public init(toConnect: Int = 15, perAnswer: Int = 60, inAll: Int = 300) {
        self.toConnect = toConnect
        self.perAnswer = perAnswer
        self.inAll = inAll
    }
}
