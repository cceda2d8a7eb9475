import Foundation

/// Writes small zip files, honest and otherwise.
struct ZipBuilder {
    struct Member {
        var name: String
        var content: Data
        var method: UInt16 = 0
        var flags: UInt16 = 0
        /// What the directory claims that it unpacks to.
        var claimedSize: UInt32?
        /// Where the directory claims that it lies.
        var claimedOffset: UInt32?
    }

    var members: [Member] = []
    var comment = Data()

    init(_ contents: [(String, String)]) {
        members = contents.map { Member(name: $0.0, content: Data($0.1.utf8)) }
    }

    static let docx = ZipBuilder([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<document/>")])
    static let odt = ZipBuilder([
        ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<office/>"),
    ])

    func with(_ change: (inout ZipBuilder) -> Void) -> Data {
        var copy = self
        change(&copy)
        return copy.bytes
    }

    var bytes: Data {
        var body = Data()
        var directory = Data()
        for member in members {
            let name = Data(member.name.utf8)
            let offset = UInt32(body.count)
            let size = UInt32(member.content.count)
            let claimed = member.claimedSize ?? size
            let head = little(20, 2) + little(member.flags, 2) + little(member.method, 2) + Data(count: 8)
            let sizes = little(size, 4) + little(claimed, 4) + little(UInt32(name.count), 2)
            body += little(0x0403_4B50 as UInt32, 4) + head + sizes + little(0, 2) + name + member.content
            directory += little(0x0201_4B50 as UInt32, 4) + little(20, 2) + head + sizes
            directory += Data(count: 12) + little(member.claimedOffset ?? offset, 4) + name
        }
        let start = body.count
        let count = little(UInt32(members.count), 2)
        var end = little(0x0605_4B50 as UInt32, 4) + Data(count: 4) + count + count
        end += little(UInt32(directory.count), 4) + little(UInt32(start), 4) + little(UInt32(comment.count), 2)
        return body + directory + end + comment
    }

    private func little(_ value: some BinaryInteger, _ length: Int) -> Data {
        Data((0..<length).map { UInt8(truncatingIfNeeded: Int(value) >> (8 * $0)) })
    }
}
