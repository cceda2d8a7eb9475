import Foundation

/// Somebody who can write in a plan's repository, has stock `git` and `ssh-keygen`, and has not the server's key.
struct Tamperer {
    let git: StockGit
    /// The commits of the register, the first act first.
    let acts: [String]
    private let key: URL

    init(_ git: StockGit, scratch: Scratch) throws {
        self.git = git
        acts = try git.acts()
        key = scratch.place("own-key")
        let made = try Command("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key.plain])
        guard made.status == 0 else { throw Command.Failure(made.complaint) }
    }

    /// Turns one bit in the middle of an object as it lies on disk.
    func flipByte(of object: String) throws {
        let file = git.looseObject(object)
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count / 2] ^= 1
        try rewrite(file, bytes)
    }

    func remove(_ object: String) throws { try FileManager.default.removeItem(at: git.looseObject(object)) }

    func moveRegister(to commit: String) throws { try git.run("update-ref", StockGit.register, commit) }

    /// Moves the register to a forged act with all later acts linked onto it anew.
    func moveRegister(to forged: String, above place: Int) throws {
        var head = forged
        for act in acts.dropFirst(place) { head = try forge(like: act, after: head) }
        try moveRegister(to: head)
    }

    /// A tree like that of an act, with words of its `act.json` changed.
    func tree(of act: String, replacing old: String, with new: String) throws -> String {
        let record = try git.run("cat-file", "blob", "\(act):act.json").text
        guard record.contains(old) else { throw Command.Failure("\(old) is not in \(record)") }
        let blob = try git.run("hash-object", "-w", "--stdin", input: record.replacing(old, with: new)).lines[0]
        let ring = try git.id("\(act):allowed_signers")
        return try git.run(
            "mktree", input: "100644 blob \(blob)\tact.json\n100644 blob \(ring)\tallowed_signers\n"
        ).lines[0]
    }

    /// The commit of an act made again: with its own tree and parents where no others are given.
    func forge(
        _ tree: String? = nil, like act: String, after previous: String? = nil, signed: Bool = false
    ) throws -> String {
        var parents = try git.run("rev-list", "--parents", "-n", "1", act).lines[0].split(separator: " ").dropFirst()
            .map(String.init)
        if let previous, parents.count == 2 { parents[0] = previous }
        return try commit(tree ?? git.id("\(act)^{tree}"), parents.flatMap { ["-p", $0] }, signed: signed)
    }

    /// Makes the register anew of its acts in another order.
    func relink(_ order: [Int], signed: Bool = false) throws {
        var head: String?
        for (place, index) in order.enumerated() {
            let isOriginal = Array(order[...place]) == Array(0...place) && !signed
            head = isOriginal ? acts[index] : try forge(like: acts[index], after: head, signed: signed)
        }
        if let head { try moveRegister(to: head) }
    }

    func commit(_ tree: String, _ parents: [String], signed: Bool = false) throws -> String {
        let answer = try git.attempt(
            ["commit-tree"] + (signed ? ["-S"] : []) + parents + ["-m", "Handeling", tree],
            settings: signed ? ["gpg.format": "ssh", "user.signingkey": key.plain] : [:])
        guard answer.status == 0 else { throw Command.Failure(answer.complaint) }
        return answer.lines[0]
    }

    private func rewrite(_ file: URL, _ bytes: Data) throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.plain)
        try bytes.write(to: file)
    }
}
