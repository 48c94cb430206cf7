extension DeviceAssessment {
  /// The drivers that exist for modems: a port of one of them is opened.
  public static var modemDrivers: [String] { ModemTables.modemDrivers }

  /// Who makes modems and little else that shows as a serial port, by name.
  public static var modemMakers: [String] { ModemTables.vendors.map(\.name).sorted() }
}
