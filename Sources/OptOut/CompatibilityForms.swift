// The one thing the standard library does not offer in public: Unicode compatibility forms.
import Foundation

extension Unicode.Scalar {
  /// The compatibility decomposition (NFKD) of this one scalar: `Ｓ` is `S`, `é` is `e` and an accent.
  ///
  /// Replies are decomposed scalar by scalar. The marks go anyway, so their canonical order, the
  /// only thing that a whole string would add, does not matter, and no input costs more than its
  /// length.
  var compatibilityDecomposition: String.UnicodeScalarView {
    String(self).decomposedStringWithCompatibilityMapping.unicodeScalars
  }
}
