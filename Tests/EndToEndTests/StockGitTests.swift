import Foundation
import Testing

/// What stock git says of a plan's repository: nobody needs this program to check it.
struct StockGitTests {
    @Test(
        .enabled(if: Command.isInstalled("ssh-keygen"), "ssh-keygen is not installed."),
        arguments: PublishedCase.present)
    func everyActAndEveryFrozenVersionVerifies(published: PublishedCase) throws {
        let scratch = try Scratch()
        let list = Listing(data: try published.replayed(in: scratch))
        for plan in try list.plans() {
            let git = StockGit(plan: plan.id, in: list.data)
            let signers = try scratch.write(
                git.run("show", "\(StockGit.register):allowed_signers").output, to: "\(plan.id).signers")
            let trust = ["gpg.format": "ssh", "gpg.ssh.allowedSignersFile": signers.plain]
            let acts = try git.acts()
            #expect(try acts == list.acts(of: plan.id).map(\.commit))
            for act in acts {
                let answer = try git.attempt(["verify-commit", act], settings: trust)
                #expect(answer.status == 0 && answer.complaint.contains("Good \"git\" signature for register@paraaf"))
            }
            for tag in try list.report(plan.id).versions {
                #expect(try git.attempt(["verify-tag", tag], settings: trust).status == 0, "\(tag)")
            }
        }
    }

    @Test(
        .enabled(if: Command.isInstalled("ssh-keygen"), "ssh-keygen is not installed."))
    func anActThatWasMadeByHandDoesNotVerify() throws {
        let scratch = try Scratch()
        let list = Listing(data: try PublishedCase.example.replayed(in: scratch))
        let git = try StockGit(plan: list.plan("plan-van-aanpak"), in: list.data)
        let tamperer = try Tamperer(git, scratch: scratch)
        let signers = try scratch.write(
            git.run("show", "\(StockGit.register):allowed_signers").output, to: "signers")
        let trust = ["gpg.format": "ssh", "gpg.ssh.allowedSignersFile": signers.plain]
        for forged in [
            try tamperer.forge(like: tamperer.acts[7]), try tamperer.forge(like: tamperer.acts[7], signed: true),
        ] {
            #expect(try git.attempt(["verify-commit", forged], settings: trust).status != 0)
        }
    }

    @Test(arguments: PublishedCase.present)
    func theRepositoriesAreWholeAndNameNoPersons(published: PublishedCase) throws {
        let scratch = try Scratch()
        let list = Listing(data: try published.replayed(in: scratch))
        for plan in try list.plans() {
            let git = StockGit(plan: plan.id, in: list.data)
            #expect(try git.run("fsck", "--strict", "--no-dangling").lines.isEmpty)
            let addresses = try git.run("log", "--all", "--format=%ae%n%ce").lines
            #expect(addresses.allSatisfy { $0.hasSuffix(".invalid") }, "\(Set(addresses))")
        }
    }
}
