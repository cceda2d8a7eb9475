import CLibgit2
import Foundation
import Testing

@testable import Git

struct GitErrorTests {
    @Test(arguments: [
        (GIT_ENOTFOUND, GitError.Code.notFound), (GIT_EEXISTS, .exists), (GIT_EMODIFIED, .lostRace),
        (GIT_ELOCKED, .lostRace), (GIT_EINVALIDSPEC, .invalid), (GIT_EMISMATCH, .corrupt), (GIT_EUSER, .tooLarge),
        (GIT_ERROR, .other),
    ])
    func aResultOfLibgit2HasItsCode(result: git_error_code, code: GitError.Code) {
        #expect(GitError.Code(result: result.rawValue, category: nil, message: "") == code)
    }

    @Test func aGenericFailureIsToldApartByItsCategory() {
        func code(_ category: git_error_t, _ message: String = "x") -> GitError.Code {
            GitError.Code(result: GIT_ERROR.rawValue, category: category, message: message)
        }
        #expect(code(GIT_ERROR_ZLIB) == .corrupt)
        #expect(code(GIT_ERROR_OS) == .io)
        #expect(code(GIT_ERROR_REFERENCE) == .other)
        for number in [ENOSPC, EDQUOT] {
            let message = "failed to write: " + String(cString: strerror(number))
            #expect(code(GIT_ERROR_OS, message) == .diskFull)
            #expect(GitError.system("write", path: "/x", errno: number).code == .diskFull)
        }
    }

    @Test func aFailureOfTheSystemSaysWhatAndWhere() {
        let error = GitError.system("open", path: "/some/file", errno: EACCES)
        #expect(error.code == .io)
        #expect(error.description == "open: /some/file: Permission denied (io)")
        #expect(GitError.system("open", path: "/x", errno: ENOENT).code == .notFound)
    }

    @Test func aFullDiskIsReportedAsOne() throws {
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        let descriptor = open("/dev/full", O_WRONLY)
        defer { close(descriptor) }
        #expect(write(descriptor, "x", 1) == -1)
        #expect(GitError.system("write", path: "/dev/full").code == .diskFull)
    }

    @Test func aFileThatIsNotFinishedLeavesNothingAndReplacesNothing() throws {
        let folder = try TemporaryFolder()
        let target = try folder.write("old", to: "file")
        var sink: FileSink? = try FileSink(replacing: target.path)
        try sink?.write(Array("new".utf8))
        #expect(try folder.names().count == 2)
        sink = nil
        #expect(try folder.names() == ["file"])
        let second = try FileSink(replacing: target.path)
        try second.write(Array("new".utf8))
        try second.finish()
        #expect(try String(contentsOf: target, encoding: .utf8) == "new")
        #expect(try folder.names() == ["file"])
    }
}
