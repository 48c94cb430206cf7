extension Schema {
  /// What EF-SMSS held when it was first read after an attempt that nobody knew the outcome of.
  static let readings = """
    CREATE TABLE readings (
      attempt INTEGER PRIMARY KEY REFERENCES attempts (id) ON DELETE CASCADE,
      value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 255),
      read_at INTEGER NOT NULL
    ) STRICT
    """
}
