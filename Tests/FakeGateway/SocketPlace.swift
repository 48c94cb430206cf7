public import Foundation

/// Where tests make directories that have sockets in them.
public enum SocketPlace {
  /// That of temporary files, or `/tmp` where the names in it are too long: the address of a socket has
  /// no more than 107 octets (unix(7)), and names below this directory have up to 50.
  public static var directory: URL {
    let usual = FileManager.default.temporaryDirectory
    return usual.path.utf8.count <= 57 ? usual : URL(filePath: "/tmp")
  }
}
