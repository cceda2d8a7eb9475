import Foundation
import Testing

/// What every file of the project keeps to.
@Suite struct FileTests {
    @Test(arguments: try SourceTree.files(below: "Sources") + SourceTree.files(below: "Tests"))
    func aFileIsShortEnoughToTellOneStory(_ file: SourceTree.File) {
        #expect(
            file.lines.count <= 320, "\(file.path) has \(file.lines.count) lines: name the second idea, move it out")
    }

    @Test func nothingStopsTheServerOnInputFromOutside() throws {
        for file in try SourceTree.files(below: "Sources") {
            for (index, line) in file.lines.enumerated() {
                let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
                for word in ["try!", "as!", "fatalError(", "preconditionFailure("] {
                    #expect(!code.contains(word), "\(file.path):\(index + 1): \(word)")
                }
            }
        }
    }
}
