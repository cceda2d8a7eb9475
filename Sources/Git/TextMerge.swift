import CLibgit2
import Foundation

/// The outcome of merging two changes to one text, line by line.
public enum TextMerge: Hashable, Sendable {
    case clean(Data)
    /// The text with the lines in conflict between markers, as git shows them.
    case conflicted(Data)
}

/// What to call the three texts in conflict markers.
public struct MergeLabels: Hashable, Sendable {
    public let base: String
    public let ours: String
    public let theirs: String

    public init(base: String = "base", ours: String = "ours", theirs: String = "theirs") {
        self.base = base
        self.ours = ours
        self.theirs = theirs
    }
}

extension TextMerge {
    /// Merges what was done to `base` on either side. It needs no repository.
    ///
    /// Lines changed on one side only are taken over; lines changed on both sides in different ways are a conflict.
    public static func mergeText(
        base: Data, ours: Data, theirs: Data, labels: MergeLabels = MergeLabels()
    ) throws(GitError) -> TextMerge {
        try Library.require()
        var options = git_merge_file_options()
        try check("merge text", git_merge_file_options_init(&options, UInt32(GIT_MERGE_FILE_OPTIONS_VERSION)))
        var result = git_merge_file_result()
        let outcome = labels.base.withCString { baseLabel in
            labels.ours.withCString { ourLabel in
                labels.theirs.withCString { theirLabel in
                    options.ancestor_label = baseLabel
                    options.our_label = ourLabel
                    options.their_label = theirLabel
                    return merge(base, ours, theirs, &options, into: &result)
                }
            }
        }
        try check("merge text", outcome)
        defer { git_merge_file_result_free(&result) }
        let text = result.ptr.map { Data(bytes: $0, count: result.len) } ?? Data()
        return result.automergeable == 1 ? .clean(text) : .conflicted(text)
    }

    private static func merge(
        _ base: Data, _ ours: Data, _ theirs: Data, _ options: inout git_merge_file_options,
        into result: inout git_merge_file_result
    ) -> Int32 {
        withInput(base) { base in
            withInput(ours) { ours in
                withInput(theirs) { theirs in
                    var (base, ours, theirs) = (base, ours, theirs)
                    return git_merge_file(&result, &base, &ours, &theirs, &options)
                }
            }
        }
    }

    private static func withInput(_ data: Data, _ body: (git_merge_file_input) -> Int32) -> Int32 {
        data.withUnsafeBytes { bytes in
            var input = git_merge_file_input()
            let result = git_merge_file_input_init(&input, UInt32(GIT_MERGE_FILE_INPUT_VERSION))
            guard result == 0 else { return result }
            input.ptr = bytes.bindMemory(to: CChar.self).baseAddress
            input.size = bytes.count
            return body(input)
        }
    }
}
