import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a server answered to one request.
struct Visit {
    let status: Int
    let head: String
    let body: Data

    var text: String { String(decoding: body, as: UTF8.self) }
    var title: String? { text.firstMatch(of: #/<title>([^<]*)</title>/#).map { String($0.1) } }
    var heading: String? { ReadableHTML(text).pieces.first { $0.kind == "h1" }?.text }
}

/// A server of the built program, on a port of this machine that was free.
final class RunningServer {
    let child: Child
    let port: Int
    private let data: URL
    /// Of who is signed in; empty for a visitor.
    private var cookies: [String: String] = [:]

    init(data: URL) throws {
        self.data = data
        child = try Paraaf.start(["serve", "--port", "0"], data: data)
        let deadline = Date.now.addingTimeInterval(60)
        while child.isRunning, Date.now < deadline {
            if let match = child.output.firstMatch(of: #/http://127\.0\.0\.1:(\d+)//#), let port = Int(match.1) {
                self.port = port
                return
            }
            usleep(20_000)
        }
        throw Command.Failure("the server did not start: \(child.complaint)")
    }

    /// Signs in as a new person with a role that needs no code, and reads on as them.
    func signIn(as role: String = "auditor") throws {
        let mail = "\(UUID().uuidString.prefix(8))@voorbeeld.nl"
        let words = ["--name", "Proef", "--mail", mail, "--role", role, "--function", "Proeflezer"]
        let added = try Paraaf.start(["user", "add"] + words, data: data).end()
        guard let link = added.text.firstMatch(of: #/(/wachtwoord/\S+)/#) else {
            throw Command.Failure("no link: \(added.complaint)")
        }
        let path = String(link.1)
        let page = try get(path)
        keep(page)
        let token = page.text.firstMatch(of: #/name="_token" value="([^"]+)"/#).map { String($0.1) } ?? ""
        let chosen = try send("POST", path, body: "_token=\(token)&nieuw-wachtwoord=vier+natte+fietsen")
        guard chosen.status == 303 else { throw Command.Failure("not signed in: \(chosen.head)") }
        keep(chosen)
        cookies["paraaf-melding"] = nil
    }

    /// Goes on as somebody of a demo. The answer to the button, and the page that it leads to.
    func become(_ value: String) throws -> (answer: Visit, page: Visit?) {
        let choice = try get("/demo")
        keep(choice)
        let token = choice.text.firstMatch(of: #/name="_token" value="([^"]+)"/#).map { String($0.1) } ?? ""
        let answer = try send("POST", "/demo", body: "_token=\(token)&wie=\(value.replacing(" ", with: "+"))")
        keep(answer)
        let place = answer.head.firstMatch(of: #/(?i)\r\nlocation: ([^\r]*)/#).map { String($0.1) }
        return (answer, try place.map(get))
    }

    private func keep(_ visit: Visit) {
        for match in visit.head.matches(of: #/(?i)set-cookie: ([^=]+)=([^;\r]*)/#) {
            cookies[String(match.1)] = String(match.2)
        }
    }

    /// Gets a page over a connection of its own.
    func get(_ path: String) throws -> Visit { try send("GET", path) }

    func send(_ method: String, _ path: String, body: String = "") throws -> Visit {
        var asked = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
        if !cookies.isEmpty { asked += "Cookie: \(cookies.map { "\($0)=\($1)" }.joined(separator: "; "))\r\n" }
        if !body.isEmpty { asked += "Content-Length: \(body.utf8.count)\r\n" }
        let answer = try exchange(Array((asked + "\r\n" + body).utf8))
        guard let gap = answer.firstRange(of: Data("\r\n\r\n".utf8)) else {
            throw Command.Failure("no answer: \(path)")
        }
        let head = String(decoding: answer[..<gap.lowerBound], as: UTF8.self)
        let status = head.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        guard let status, !head.lowercased().contains("transfer-encoding: chunked") else {
            throw Command.Failure("not an answer that this client reads: \(head)")
        }
        return Visit(status: status, head: head, body: Data(answer[gap.upperBound...]))
    }

    private func exchange(_ request: [UInt8]) throws -> Data {
        #if canImport(Glibc)
            let kind = Int32(SOCK_STREAM.rawValue)
        #else
            let kind = SOCK_STREAM
        #endif
        let descriptor = socket(AF_INET, kind, 0)
        guard descriptor >= 0 else { throw Command.Failure("socket: \(errno)") }
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0, write(descriptor, request, request.count) == request.count else {
            throw Command.Failure("connect: \(errno)")
        }
        var answer = Data()
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return answer }
            answer.append(contentsOf: buffer[..<count])
        }
    }
}
