public import ArgumentParser
public import LocalAPI
public import Messaging

extension MessageClass: ExpressibleByArgument {}

extension MessageState: ExpressibleByArgument {}

extension Resolution: ExpressibleByArgument {}

extension TokenScope: ExpressibleByArgument {}

extension MessageID: ExpressibleByArgument {
  /// Reads an id in either case.
  public init?(argument: String) {
    self.init(argument.uppercased())
  }
}
