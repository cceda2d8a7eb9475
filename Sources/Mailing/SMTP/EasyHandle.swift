import CLibcurl
import Foundation

/// The one door to libcurl: hands one message at a time to an SMTP server, and keeps the connection for the next.
///
/// It blocks, and belongs to one queue at a time. Nothing of the machine's surroundings takes part: no proxy from the
/// environment, no `.netrc`, no other protocol than SMTP.
final class EasyHandle {
    private let handle: UnsafeMutableRawPointer
    private let complaint = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

    /// Nil where libcurl cannot start, as without memory.
    init?() {
        guard Self.isReady, let handle = curl_easy_init() else {
            complaint.deallocate()
            return nil
        }
        self.handle = handle
    }

    /// Says goodbye to the server (QUIT).
    deinit {
        curl_easy_cleanup(handle)
        complaint.deallocate()
    }

    /// Once per process, before the first handle; the runtime sees to it that nobody else is in here meanwhile.
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// What one message needs beside its bytes.
    struct Envelope {
        let address: String
        let encryption: Encryption
        let user: String?
        let password: String?
        let authorityFile: String?
        /// With their angle brackets, as SMTP wants them.
        let sender: String
        let reader: String
        /// In seconds: to connect, for an answer to one command, for all of it.
        let patience: Patience
    }

    enum Encryption {
        case none, startTLS, fromTheStart
    }

    func send(_ message: [UInt8], in envelope: Envelope, stop: StopSign) -> SMTPConversation {
        let exchange = Exchange(message, stop: stop)
        let readers = curl_slist_append(nil, envelope.reader)
        defer { curl_slist_free_all(readers) }
        complaint[0] = 0
        curl_easy_reset(handle)
        let owner = Unmanaged.passUnretained(exchange).toOpaque()
        let code = withExtendedLifetime(exchange) { () -> CURLcode in
            let refused = settings(of: envelope, readers: readers, owner: owner, size: message.count)
                .first { $0 != CURLE_OK }
            return refused ?? curl_easy_perform(handle)
        }
        var reply = 0
        curl_shim_get_number(handle, CURLINFO_RESPONSE_CODE, &reply)
        return exchange.conversation(Self.problem(code), reply: reply, complaint: words(for: code))
    }

    private func settings(
        of envelope: Envelope, readers: UnsafeMutablePointer<curl_slist>?, owner: UnsafeMutableRawPointer, size: Int
    ) -> [CURLcode] {
        [
            curl_shim_set_complaint(handle, complaint),
            curl_shim_set_number(handle, CURLOPT_NOSIGNAL, 1),
            curl_shim_set_text(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps"),
            curl_shim_set_text(handle, CURLOPT_PROXY, ""),
            curl_shim_set_text(handle, CURLOPT_URL, envelope.address),
            curl_shim_set_number(handle, CURLOPT_USE_SSL, Int(Self.use(envelope.encryption).rawValue)),
            curl_shim_set_number(handle, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
            curl_shim_set_number(handle, CURLOPT_SSL_VERIFYPEER, 1),
            curl_shim_set_number(handle, CURLOPT_SSL_VERIFYHOST, 2),
            envelope.authorityFile.map { curl_shim_set_text(handle, CURLOPT_CAINFO, $0) } ?? CURLE_OK,
            envelope.user.map { curl_shim_set_text(handle, CURLOPT_USERNAME, $0) } ?? CURLE_OK,
            envelope.password.map { curl_shim_set_text(handle, CURLOPT_PASSWORD, $0) } ?? CURLE_OK,
            curl_shim_set_number(handle, CURLOPT_CONNECTTIMEOUT, envelope.patience.toConnect),
            curl_shim_set_number(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, envelope.patience.perAnswer),
            curl_shim_set_number(handle, CURLOPT_TIMEOUT, envelope.patience.inAll),
            curl_shim_set_text(handle, CURLOPT_MAIL_FROM, envelope.sender),
            curl_shim_set_list(handle, CURLOPT_MAIL_RCPT, readers),
            curl_shim_set_number(handle, CURLOPT_UPLOAD, 1),
            curl_shim_set_size(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(size)),
            curl_shim_set_reading(handle, readPart, owner),
            curl_shim_set_replies(handle, hearReply, owner),
            curl_shim_set_output(handle, ignoreOutput, owner),
            curl_shim_set_commands(handle, seeCommand, owner),
            curl_shim_set_progress(handle, askWhetherToStop, owner),
        ]
    }

    private static func use(_ encryption: Encryption) -> curl_usessl {
        encryption == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL
    }

    private func words(for code: CURLcode) -> String {
        complaint[0] == 0 ? String(cString: curl_easy_strerror(code)) : String(cString: complaint)
    }

    private static func problem(_ code: CURLcode) -> SMTPConversation.Problem? {
        switch code {
        case CURLE_OK: nil
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT: .unreachable
        case CURLE_OPERATION_TIMEDOUT: .silent
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR: .notTrusted
        case CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER: .notEncrypted
        case CURLE_LOGIN_DENIED, CURLE_AUTH_ERROR: .loginRefused
        case CURLE_ABORTED_BY_CALLBACK: .stopped
        default: .other
        }
    }
}

/// What libcurl's callbacks see of one message on its way.
private final class Exchange {
    private let message: [UInt8]
    private let stop: StopSign
    private var position = 0
    private var step = SMTPConversation.Step.meeting
    /// The lines of the reply to the last command.
    private var reply: [String] = []
    private var isOver = false

    init(_ message: [UInt8], stop: StopSign) {
        self.message = message
        self.stop = stop
    }

    static func at(_ owner: UnsafeMutableRawPointer?) -> Exchange? {
        owner.map { Unmanaged<Exchange>.fromOpaque($0).takeUnretainedValue() }
    }

    func read(into buffer: UnsafeMutablePointer<CChar>, limit: Int) -> Int {
        let count = min(limit, message.count - position)
        message.withUnsafeBytes { bytes in
            guard count > 0, let start = bytes.baseAddress else { return }
            memcpy(buffer, start + position, count)
        }
        position += count
        // What came until now asked for the message; the answer to it is still to come.
        reply = []
        if position == message.count { step = .handedOver }
        return count
    }

    func hear(_ line: String) {
        if !isOver { reply.append(line) }
    }

    /// Only the first word counts; what is said while signing in is not looked at. The goodbye after a refusal, and the
    /// reply to it, are not about the mail.
    func see(_ command: UnsafeBufferPointer<UInt8>) {
        let steps: [(String, SMTPConversation.Step)] = [
            ("MAIL FROM:", .sender), ("RCPT TO:", .reader), ("DATA\r", .message),
        ]
        guard !isOver else { return }
        isOver = command.starts(with: "QUIT".utf8)
        guard !isOver else { return }
        reply = []
        for (word, next) in steps where command.starts(with: word.utf8) { step = max(step, next) }
    }

    /// Once the server has everything it is too late to stop: only its answer tells whether the mail was sent.
    var mayStop: Bool { stop.isUp && step < .handedOver }

    func conversation(
        _ problem: SMTPConversation.Problem?, reply code: Int, complaint: String
    ) -> SMTPConversation {
        let words = reply.joined(separator: " ")
        return SMTPConversation(
            step: step, problem: problem, code: words.isEmpty ? 0 : code, words: words.isEmpty ? complaint : words)
    }
}

private func readPart(
    _ buffer: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ owner: UnsafeMutableRawPointer?
) -> Int {
    guard let buffer, let exchange = Exchange.at(owner) else { return Int(CURL_READFUNC_ABORT) }
    return exchange.read(into: buffer, limit: size * count)
}

private func hearReply(
    _ buffer: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ owner: UnsafeMutableRawPointer?
) -> Int {
    let bytes = UnsafeRawBufferPointer(start: buffer, count: size * count)
    let printable = bytes.prefix(512).filter { (32...126).contains($0) }
    Exchange.at(owner)?.hear(String(decoding: printable, as: UTF8.self))
    return size * count
}

/// SMTP has none; left to itself libcurl would print what there is.
private func ignoreOutput(
    _ buffer: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ owner: UnsafeMutableRawPointer?
) -> Int { size * count }

private func seeCommand(
    _ handle: UnsafeMutableRawPointer?, _ kind: curl_infotype, _ buffer: UnsafeMutablePointer<CChar>?, _ count: Int,
    _ owner: UnsafeMutableRawPointer?
) -> Int32 {
    guard kind == CURLINFO_HEADER_OUT, let buffer else { return 0 }
    buffer.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
        Exchange.at(owner)?.see(UnsafeBufferPointer(start: bytes, count: count))
    }
    return 0
}

private func askWhetherToStop(
    _ owner: UnsafeMutableRawPointer?, _: curl_off_t, _: curl_off_t, _: curl_off_t, _: curl_off_t
) -> Int32 { Exchange.at(owner)?.mayStop == true ? 1 : 0 }
