import HTTPTypes
import Hummingbird
import PlanDomain
import Workflow

/// What was sent with a form, in the order in which it was sent: values as text, files as bytes.
///
/// Names that nobody asks for are passed over. A value that is asked for once and was sent twice is refused, because two
/// readers could take a different one of them for the answer.
struct FormValues: Equatable, Sendable {
    private(set) var fields: [Field] = []
    private(set) var uploads: [(name: String, file: UploadedFile)] = []

    struct Field: Equatable, Sendable {
        let name: String
        let value: String
    }

    init() {}

    /// For a form that is shown with what is already known.
    init(_ values: [String: [String]]) {
        fields = values.sorted { $0.key < $1.key }.flatMap { name, values in
            values.map { Field(name: name, value: $0) }
        }
    }

    /// Reads and decodes the body of a request. Throws `invalid` for what is no form, and the server's own error for
    /// one that is too large.
    init(of request: Request, within limits: FormLimits) async throws {
        var request = request
        // What says itself that it is too large is not read at all.
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limits.bytes {
            throw HTTPError(.contentTooLarge)
        }
        let body = try await request.collectBody(upTo: limits.bytes)
        let bytes = Array(body.readableBytesView)
        let type = request.headers[.contentType] ?? ""
        if type.lowercased().hasPrefix("multipart/form-data") {
            let parts = try MultipartBody(bytes, contentType: type, limit: limits.count).parts
            for part in parts { try take(part) }
        } else {
            fields = try URLEncodedForm(bytes, limit: limits.count).fields
        }
        guard fields.allSatisfy({ $0.name.utf8.count <= Self.longestName }) else { throw Self.unreadable }
    }

    static let longestName = 100
    static let unreadable = PlanError(.invalid, Reason("web.form.unreadable"))

    private mutating func take(_ part: MultipartBody.Part) throws(PlanError) {
        if let fileName = part.fileName {
            // A file field in which nothing was chosen sends an empty part.
            guard !fileName.isEmpty || !part.bytes.isEmpty else { return }
            let file = UploadedFile(name: fileName, declaredType: part.contentType, bytes: Array(part.bytes))
            uploads.append((part.name, file))
        } else {
            guard let value = String(validating: part.bytes, as: UTF8.self) else { throw Self.unreadable }
            fields.append(Field(name: part.name, value: value))
        }
    }

    static func == (left: FormValues, right: FormValues) -> Bool {
        left.fields == right.fields && left.uploads.map(\.name) == right.uploads.map(\.name)
            && left.uploads.map(\.file) == right.uploads.map(\.file)
    }
}

extension FormValues {
    /// All values of a name, such as those of boxes that were ticked.
    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// The value of a name; nil when it was not sent. Throws `invalid` when it was sent twice.
    func value(_ name: String) throws(PlanError) -> String? {
        let values = all(name)
        guard values.count <= 1 else {
            throw PlanError(.invalid, Reason("web.form.twice", ["name": .text(String(name.prefix(40)))]))
        }
        return values.first
    }

    /// The value of a name that was sent once; nil where it was not sent, or sent twice.
    func only(_ name: String) -> String? {
        let values = all(name)
        return values.count == 1 ? values[0] : nil
    }

    /// What a button sends along, where it can be one of these alone. Throws `invalid` for anything else.
    func choice(_ name: String, among values: [String]) throws(PlanError) -> String {
        guard let value = try value(name), values.contains(value) else {
            throw PlanError(.invalid, Reason("web.form.choice"))
        }
        return value
    }

    /// Whether a value was sent under a name, such as that of the button that was pressed.
    func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

    /// With this one value of a name in place of whatever was sent.
    func replacing(_ name: String, with value: String) -> FormValues {
        var values = self
        values.fields.removeAll { $0.name == name }
        values.fields.append(Field(name: name, value: value))
        return values
    }

    func files(_ name: String) -> [UploadedFile] { uploads.filter { $0.name == name }.map(\.file) }
}

/// A file as a browser sent it. Its name and its type are claims: what it is, its content says.
struct UploadedFile: Equatable, Sendable {
    /// Without folders.
    let name: String
    let declaredType: String
    let bytes: [UInt8]

    init(name: String, declaredType: String, bytes: [UInt8]) {
        self.name = String(name.split { $0 == "/" || $0 == "\\" }.last ?? "")
        self.declaredType = declaredType
        self.bytes = bytes
    }
}
