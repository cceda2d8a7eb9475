import Crypto
import Foundation
import GRDB
import PlanDomain
import Workflow

/// Keeps what is personal under lock: names, contact data, and what people wrote.
///
/// Every record has a key of its own, which lies in its row, wrapped by the master key. To erase the record for good is to
/// throw its key away: what was sealed can then be opened by nobody, here or in any copy that the key is gone from.
/// Sealing is ChaCha20-Poly1305 (RFC 8439), bound to the name of the field, so that no value can pass for another.
///
/// SQL reaches it by functions, so that what is sealed is opened where it is read, and nowhere else:
///
/// | function | gives |
/// |---|---|
/// | `newKey()` | a wrapped key for a new record |
/// | `wrapped(hex)` | a key that was made elsewhere, wrapped |
/// | `unwrapped(key)` | that key, in hexadecimal |
/// | `sealed(value, key, field)` | the value, text or bytes, sealed |
/// | `opened(value, key, field)` | the text again |
/// | `openedBytes(value, key, field)` | the bytes again |
/// | `blindIndex(text)` | a fingerprint to find equal texts by, which nobody can make without the master key |
///
/// Each gives NULL where an argument is: of a record that was erased nothing is left.
struct RecordVault: Sendable {
    private let wrapping: SymmetricKey
    private let indexing: SymmetricKey

    init(_ master: MasterKey) {
        func derived(_ purpose: String) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(inputKeyMaterial: master.bytes, info: Data(purpose.utf8), outputByteCount: 32)
        }
        wrapping = derived("paraaf record keys")
        indexing = derived("paraaf blind index")
    }

    /// Tells one master key from another; says nothing about either.
    var fingerprint: String { blindIndex("master key").prefix(16).lowercased() }

    /// Notes in a new database by which key it is sealed; in any other holds the key against that note.
    func claim(_ db: Database) throws {
        guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM masterKey)") == false else {
            return try require(db)
        }
        try db.execute(sql: "INSERT INTO masterKey (id, fingerprint) VALUES (1, ?)", arguments: [fingerprint])
    }

    /// Throws `unavailable` where the database was sealed by another key.
    func require(_ db: Database) throws {
        guard try String.fetchOne(db, sql: "SELECT fingerprint FROM masterKey") == fingerprint else {
            throw PlanError(.unavailable, Reason("master-key.another"))
        }
    }

    func addFunctions(to db: Database) {
        db.add(function: function("newKey", 0, isPure: false) { _ in try wrap(SymmetricKey(size: .bits256)) })
        db.add(
            function: function("wrapped", 1) { values in
                guard let bytes = String.fromDatabaseValue(values[0]).flatMap(Data.init(hex:)) else { return nil }
                return try wrap(SymmetricKey(data: bytes))
            })
        db.add(function: function("unwrapped", 1) { values in try key(values[0])?.hex })
        db.add(function: function("sealed", 3, isPure: false) { values in try sealed(values) })
        db.add(
            function: function("opened", 3) { values in try opened(values).map { String(decoding: $0, as: UTF8.self) } }
        )
        db.add(function: function("openedBytes", 3) { values in try opened(values) })
        db.add(
            function: function("blindIndex", 1) { values in String.fromDatabaseValue(values[0]).map(blindIndex) })
    }

    func blindIndex(_ text: String) -> String {
        HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: indexing).hex
    }

    private func function(
        _ name: String, _ arguments: Int32, isPure: Bool = true,
        _ work: @escaping @Sendable ([DatabaseValue]) throws -> (any DatabaseValueConvertible)?
    ) -> DatabaseFunction {
        DatabaseFunction(name, argumentCount: Int(arguments), pure: isPure) { values in
            do { return try work(values) } catch is CryptoKitError {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(name): sealed by another key, or damaged")
            }
        }
    }

    private func wrap(_ key: SymmetricKey) throws -> Data {
        try ChaChaPoly.seal(key.withUnsafeBytes { Data($0) }, using: wrapping).combined
    }

    private func key(_ value: DatabaseValue) throws -> SymmetricKey? {
        try Data.fromDatabaseValue(value).map {
            SymmetricKey(data: try ChaChaPoly.open(ChaChaPoly.SealedBox(combined: $0), using: wrapping))
        }
    }

    private func sealed(_ values: [DatabaseValue]) throws -> Data? {
        guard let (bytes, key, field) = try taken(values) else { return nil }
        return try ChaChaPoly.seal(bytes, using: key, authenticating: field).combined
    }

    private func opened(_ values: [DatabaseValue]) throws -> Data? {
        guard let (bytes, key, field) = try taken(values) else { return nil }
        return try ChaChaPoly.open(ChaChaPoly.SealedBox(combined: bytes), using: key, authenticating: field)
    }

    /// Out of `(value, key, field)`; nil where one of them is NULL.
    private func taken(_ values: [DatabaseValue]) throws -> (Data, SymmetricKey, Data)? {
        guard let key = try key(values[1]), let field = String.fromDatabaseValue(values[2]),
            let bytes = Data.fromDatabaseValue(values[0])
        else { return nil }
        return (bytes, key, Data(field.utf8))
    }
}

extension ContiguousBytes {
    /// Lower-case hexadecimal.
    fileprivate var hex: String {
        withUnsafeBytes { bytes in
            bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }
}

extension Data {
    /// Nil for a text that is not hexadecimal.
    fileprivate init?(hex: String) {
        let digits = Array(hex.utf8)
        guard digits.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16) else {
                return nil
            }
            bytes.append(byte)
        }
        self.init(bytes)
    }
}
