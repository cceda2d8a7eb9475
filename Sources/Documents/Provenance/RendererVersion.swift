/// Counts up with every change of what a document looks like or says, so that an archived document names the program
/// that makes it again.
///
/// It covers templates, style sheet and locale files as well as code. A test holds the digest of the golden documents
/// beside this number: output that changes without a new number fails there.
public enum RendererVersion {
    public static let current = 1
}
