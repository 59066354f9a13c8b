# @WHAT@
# Written by Hareloom @VERSION@. It reads the session itself: R 4 with ggplot2, DBI and RSQLite is enough.
# Rscript THIS-FILE chart.pdf writes the chart there; without a name it is shown.
library(DBI)
library(ggplot2)

session <- @SESSION@
metric <- @METRIC@
axis <- @AXIS@
is_log <- @LOG@
# What theory says, where it says something, of the variants by their number from 0.
theory <- data.frame(variant = c(@THEORY_VARIANT@), generation = c(@THEORY_GENERATION@), value = c(@THEORY_VALUE@))

# The rows of one block, as docs/session-format.md of Hareloom says.
measured <- function(body, chain, first, count, names) {
  at <- 1
  numbers <- 0
  metrics <- integer(0)
  sources <- integer(0)
  whole <- function() {
    value <- 0
    factor <- 1
    repeat {
      byte <- as.integer(body[at])
      at <<- at + 1
      value <- value + bitwAnd(byte, 127L) * factor
      factor <- factor * 128
      if (byte < 128) return(value)
    }
  }
  reals <- function(n) {
    at <<- at + 8 * n
    readBin(body[seq_len(8 * n) + at - 8 * n - 1], "double", n, endian = "little")
  }
  has <- function(flags, flag) flags %/% flag %% 2 == 1
  rows <- rep(NA_real_, count)
  for (i in seq_len(count)) {
    flags <- whole()
    snapshot <- numeric(0)
    if (has(flags, 1)) reals(1)
    for (j in seq_len(4 * has(flags, 4) + has(flags, 8))) whole()
    if (has(flags, 32)) {
      for (j in seq_len(whole())) whole()
      numbers <- whole()
    }
    if (has(flags, 2)) snapshot <- reals(numbers)
    if (has(flags, 64)) {
      length <- whole()
      at <- at + length
    }
    if (has(flags, 16)) {
      pairs <- vapply(seq_len(2 * whole()), function(j) whole(), 0)
      metrics <- names[as.character(pairs[c(TRUE, FALSE)])]
      sources <- pairs[c(FALSE, TRUE)]
    }
    for (j in seq_along(metrics)) {
      value <- if (sources[j] > 0) snapshot[sources[j]] else reals(1)
      if (metrics[j] == metric) rows[i] <- value
    }
    if (has(flags, 128)) {
      length <- whole()
      at <- at + length
    }
    if (has(flags, 256)) whole()
    if (has(flags, 512)) at <- at + 32
  }
  data.frame(chain = chain, generation = first + seq_len(count) - 1, value = rows)
}

db <- dbConnect(RSQLite::SQLite(), session, flags = RSQLite::SQLITE_RO)
of <- function(sql) dbGetQuery(db, sql)
names <- of("SELECT id, name FROM metricNames")
names <- setNames(names$name, names$id)
chains <- of("SELECT json_extract(value, '$.chains') AS n FROM meta WHERE key = 'experiment'")$n
titles <- of("SELECT json_extract(v.value, '$.title') AS title FROM meta, json_each(meta.value, '$.variants') v
              WHERE meta.key = 'experiment' ORDER BY v.id")$title
if (length(titles) == 0)
  titles <- of("SELECT json_extract(value, '$.title') AS title FROM meta WHERE key = 'experiment'")$title
branches <- of("SELECT json_extract(b.value, '$.variant') AS variant, json_extract(b.value, '$.from') AS parent,
                json_extract(b.value, '$.at') AS at FROM meta, json_each(meta.value) b
                WHERE meta.key = 'branches' ORDER BY b.id")
blocks <- of("SELECT place >> 32 AS chain, place & 4294967295 AS first, count, body FROM blocks ORDER BY place")
dbDisconnect(db)

frame <- do.call(rbind, lapply(seq_len(nrow(blocks)), function(b)
  measured(blocks$body[[b]], as.numeric(blocks$chain[b]), as.numeric(blocks$first[b]), as.numeric(blocks$count[b]), names)))
# A branch shares the generations before it with the chain of the same number in another variant.
for (b in seq_len(nrow(branches)))
  for (replicate in seq_len(chains) - 1) {
    shared <- frame[frame$chain == branches$parent[b] * chains + replicate & frame$generation < branches$at[b], ]
    if (nrow(shared) > 0) shared$chain <- branches$variant[b] * chains + replicate
    frame <- rbind(frame, shared)
  }
frame$variant <- frame$chain %/% chains

# Over the chains of each variant: the median, and the band that holds the middle 80%.
finite <- frame[is.finite(frame$value), ]
quantiles <- aggregate(value ~ generation + variant, finite, quantile, c(0.1, 0.5, 0.9))
summary <- data.frame(variant = quantiles$variant, generation = quantiles$generation,
                      low = quantiles$value[, 1], median = quantiles$value[, 2], high = quantiles$value[, 3])
from <- rep(0, length(titles))
from[branches$variant + 1] <- branches$at - 1
drawn <- summary[summary$generation >= from[summary$variant + 1], ]
named <- function(variant) factor(titles[variant + 1], unique(titles))

chart <- ggplot(drawn, aes(generation, median, colour = named(variant), fill = named(variant))) +
  geom_line() +
  labs(x = "Generation", y = axis, colour = NULL, fill = NULL) +
  theme_classic()
if (any(drawn$low < drawn$high))
  chart <- chart + geom_ribbon(aes(ymin = low, ymax = high), alpha = 0.2, colour = NA)
if (nrow(theory) > 0)
  chart <- chart + geom_line(aes(generation, value, colour = named(variant)), theory, inherit.aes = FALSE, linetype = "dashed")
if (is_log) chart <- chart + scale_y_log10()
if (length(titles) == 1) chart <- chart + guides(colour = "none", fill = "none")
arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) > 0) {
  ggsave(arguments[1], chart, width = 6, height = 3.6)
} else {
  print(chart)
}
