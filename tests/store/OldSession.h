// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/ExperimentJson.h"
#include "core/store/SessionFormat.h"
#include "tests/store/Links.h"

#include <nlohmann/json.hpp>

#include <sqlite3.h>

namespace hareloom::test {

inline void change(const std::string& path, const std::string& sql)
{
    sqlite3* db = nullptr;
    sqlite3_open(path.c_str(), &db);
    char* message = nullptr;
    if (sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &message) != SQLITE_OK)
        qFatal("%s", message);
    sqlite3_close(db);
}

inline std::string hexOf(const std::vector<std::uint8_t>& bytes)
{
    return QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()))
        .toHex()
        .toStdString();
}

/// A session of format 1, as 0.1.0 wrote it, with `count` generations of chain 0.
inline void makeOldSession(const std::string& path, int count)
{
    std::string sql = "BEGIN; PRAGMA application_id = " + std::to_string(kSessionApplicationId) +
                      "; PRAGMA user_version = 1;" + kOldSessionSchema;
    const Provenance made = someProvenance();
    const std::string experiment = toText(smallExperiment());
    for (const auto& [key, value] : {std::pair(std::string("experiment"), experiment),
                                     {"baseFolder", ""},
                                     {"version", made.version},
                                     {"device", made.device},
                                     {"threads", "2"},
                                     {"samplingVersion", std::to_string(made.samplingVersion)},
                                     {"created", made.created}})
        sql += "INSERT INTO meta VALUES ('" + key + "', CAST(x'" + hexOf({value.begin(), value.end()}) +
               "' AS TEXT));";
    sql += "INSERT INTO metricNames VALUES (1, 'mean[0]'), (2, 'variance'), (3, 'risk');";
    const Names names;
    for (int index = 0; index < count; ++index) {
        const Generation g = link(names, 0, index);
        const std::string place = "0, " + std::to_string(index);
        sql += "INSERT INTO generations VALUES (" + place + ", " +
               std::to_string(static_cast<std::int64_t>(g.seed)) + ", " + std::to_string(g.realRows) +
               ", 0, " + std::to_string(g.syntheticRows) + ", 100, 1, 1, " +
               std::to_string(g.fit.logLikelihood) + ", '', x'" +
               hexOf(nlohmann::json::to_cbor(toJsonWithoutWeights(*g.snapshot))) + "');";
        for (std::size_t m = 0; m < g.metrics.size(); ++m)
            sql += "INSERT INTO metrics VALUES (" + place + ", " + std::to_string(m + 1) + ", " +
                   std::to_string(g.metrics[m].value) + ");";
    }
    change(path, sql + "COMMIT");
}

} // namespace hareloom::test
