import Foundation
import PlanDomain
import Workflow

/// Reads the words of a PDF with poppler's `pdftotext`, in a folder of its own that goes when it is done.
///
/// A PDF from outside is not trusted: the program gets an argument list, an environment of two names and, by `prlimit`, no
/// more memory, time and space than a document is worth. A scan has no words; that is no fault, and gives none.
struct PDFText: Sendable {
    let program: String
    /// Two at a time, beside whatever else is read.
    private let turnstile = Turnstile(places: 2)

    private static let (seconds, memory, space, pages) = (60, 1 << 30, 16 << 20, 500)

    init(program: String = "pdftotext") { self.program = program }

    func text(of document: Data) async throws -> String {
        let folder = try ScratchFolder()
        try document.write(to: folder.file("document.pdf"))
        let reader = ChildProcess(
            "prlimit",
            [
                "--as=\(Self.memory)", "--fsize=\(Self.space)", "--cpu=\(Self.seconds)", program, "-q", "-enc", "UTF-8",
                "-eol", "unix", "-nopgbrk", "-l", String(Self.pages), "document.pdf", "text.txt",
            ], in: folder.url, environment: ["LC_ALL": "C.UTF-8", "HOME": folder.url.path],
            seconds: Double(Self.seconds))
        let outcome = try await turnstile.pass { try await reader.run() }
        switch outcome {
        case .ended(0): return String(decoding: try Data(contentsOf: folder.file("text.txt")), as: UTF8.self)
        case .ended(127): throw PlanError(.unavailable, Reason("intake.no-pdftotext"))
        case .ended: throw PlanError(.invalid, Reason("intake.unreadable"))
        case .stopped: throw PlanError(.invalid, Reason("import.takes-too-long"))
        }
    }
}
