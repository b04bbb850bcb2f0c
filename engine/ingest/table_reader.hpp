#pragma once
// Indicator rows gathered into projects.
#include "engine/ingest/project_keys.hpp"
#include "engine/ingest/standard_table.hpp"
#include "engine/ingest/table_rows.hpp"

namespace jixiao::ingest {

class TableReader final : public ProjectReader {
public:
  TableReader(std::unique_ptr<RowSource> source, vocabulary::Vocabulary const& vocabulary,
              IngestLimits const& limits, TableAccount* account);

  bool next(model::RawProject& project) override;
  diagnostic::Diagnostics const& findings() const override { return rows_.findings(); }
  TableSurroundings const& surroundings() const override { return rows_.surroundings(); }
  bool readable() const override { return rows_.readable(); }

private:
  void recycle(model::RawProject& project);
  void empty_storage(model::RawProject& project);
  model::RawRow& slot(model::RawProject& project);
  bool begin(model::RawProject& project);
  void fill(model::RawProject& project);
  void note_other_year(model::RawProject& project, model::RawRow const& row,
                       model::RawRow const& above) const;
  void take_sums(model::RawProject& project);
  void finish(model::RawProject& project);
  void take_identity(model::RawProject& project);
  void check_identity(model::RawProject& project);

  TableRows rows_;
  TableAccount* account_; ///< perhaps none
  ProjectKeys keys_;
  ProjectKeys::Key key_; ///< of the project being filled, when it has one
  bool has_identity_ = false;
  IngestLimits limits_;
  std::size_t used_ = 0;             ///< rows of the project being filled
  std::vector<model::RawRow> spare_; ///< rows whose storage waits for a longer project
  bool has_pending_ = false;         ///< pending_ begins the next project
  bool ended_ = false;
  model::RawRow pending_;
  model::RawRow overflow_; ///< the last row beyond the limit
  diagnostic::Diagnostics row_findings_;
};

} // namespace jixiao::ingest
