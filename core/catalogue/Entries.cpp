// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/Entry.h"

#include <algorithm>
#include <cstdio>

namespace hareloom {
namespace {

constexpr const char* kTrainImages = "train-images-idx3-ubyte.gz";
constexpr const char* kTrainLabels = "train-labels-idx1-ubyte.gz";
constexpr const char* kTestImages = "t10k-images-idx3-ubyte.gz";
constexpr const char* kTestLabels = "t10k-labels-idx1-ubyte.gz";

CatalogueEntry mnist()
{
    CatalogueEntry e;
    e.id = "mnist";
    e.title = "MNIST";
    e.summary = "70,000 handwritten digits, 28 x 28 pixels.";
    e.licence = "CC BY-SA 3.0";
    e.credit = "Yann LeCun, Corinna Cortes and Christopher J. C. Burges";
    e.page = "http://yann.lecun.com/exdb/mnist/";
    e.mirrors = {"https://storage.googleapis.com/cvdf-datasets/mnist/",
                 "https://ossci-datasets.s3.amazonaws.com/mnist/"};
    e.files = {{kTrainImages, 9'912'422, "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"},
               {kTrainLabels, 28'881, "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"},
               {kTestImages, 1'648'877, "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"},
               {kTestLabels, 4'542, "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"}};
    return e;
}

CatalogueEntry kmnist()
{
    CatalogueEntry e;
    e.id = "kmnist";
    e.title = "Kuzushiji-MNIST";
    e.summary = "70,000 cursive Japanese characters of ten kinds, 28 x 28 pixels.";
    e.licence = "CC BY-SA 4.0";
    e.credit =
        "KMNIST Dataset (created by CODH), adapted from Kuzushiji Dataset (created by NIJL and others), "
        "doi:10.20676/00000341";
    e.page = "https://codh.rois.ac.jp/kmnist/";
    e.mirrors = {"https://codh.rois.ac.jp/kmnist/dataset/kmnist/",
                 "http://codh.rois.ac.jp/kmnist/dataset/kmnist/"};
    e.files = {{kTrainImages, 18'165'135, "51467d22d8cc72929e2a028a0428f2086b092bb31cfb79c69cc0a90ce135fde4"},
               {kTrainLabels, 29'497, "e38f9ebcd0f3ebcdec7fc8eabdcdaef93bb0df8ea12bee65224341c8183d8e17"},
               {kTestImages, 3'041'136, "edd7a857845ad6bb1d0ba43fe7e794d164fe2dce499a1694695a792adfac43c5"},
               {kTestLabels, 5'120, "20bb9a0ef54c7db3efc55a92eef5582c109615df22683c380526788f98e42a1c"}};
    return e;
}

CatalogueEntry wikitext2()
{
    CatalogueEntry e;
    e.id = "wikitext-2";
    e.title = "WikiText-2 raw";
    e.summary = "720 good articles of Wikipedia, 13 MB of English: the paper's text.";
    e.licence = "CC BY-SA 3.0 and GFDL";
    e.credit = "Stephen Merity, Caiming Xiong, James Bradbury and Richard Socher (arXiv 1609.07843), from "
               "Wikipedia's authors";
    e.page = "https://huggingface.co/datasets/Salesforce/wikitext";
    e.mirrors = {"https://wikitext.smerity.com/",
                 "https://huggingface.co/datasets/ggml-org/ci/resolve/main/"};
    e.files = {{"wikitext-2-raw-v1.zip", 4'721'645,
                "ef7edb566e3e2b2d31b29c1fdb0c89a4cc683597484c3dc2517919c615435a11"}};
    e.unpacked = {"wiki.train.raw", "wiki.valid.raw", "wiki.test.raw"};
    return e;
}

CatalogueEntry opt125m()
{
    CatalogueEntry e;
    e.id = "opt-125m";
    e.title = "OPT-125m";
    e.summary = "A language model of 125 million parameters: the paper's.";
    e.licence = "OPT-175B License Agreement: for research, not for commerce";
    e.credit = "Susan Zhang and others, Meta AI (arXiv 2205.01068)";
    e.page = "https://huggingface.co/facebook/opt-125m";
    e.hub = {"facebook/opt-125m", false, "27dcfa74d334bc871f3234de431e71c6eeba5dd6"};
    e.files = {{"config.json", 651, "54162c9cd0377110df1859dfabebb106fc0988c8aadb88207ce1ee0d34985df6"},
               {"vocab.json", 898'822, "06b4d46c8e752d410213d9548eb27a54db70fda0319b6271fb8d59dead5e1cab"},
               {"merges.txt", 456'318, "1ce1664773c50f3e0cc8842619a93edc4624525b728b188a9e0be33b7726adc5"},
               {"pytorch_model.bin", 250'540'281,
                "2d74da6615135c58cf3cf9ad4cb11e7c613ff9e55fe658a47ab83b6c8d1174a9"}};
    return e;
}

} // namespace

std::int64_t CatalogueEntry::bytes() const
{
    std::int64_t sum = 0;
    for (const CatalogueFile& file : files)
        sum += file.bytes;
    return sum;
}

std::span<const CatalogueEntry> catalogueEntries()
{
    static const std::vector<CatalogueEntry> entries = {mnist(), kmnist(), wikitext2(), opt125m()};
    return entries;
}

const CatalogueEntry* findCatalogueEntry(std::string_view id)
{
    const auto entries = catalogueEntries();
    const auto found =
        std::find_if(entries.begin(), entries.end(), [id](const CatalogueEntry& e) { return e.id == id; });
    return found == entries.end() ? nullptr : &*found;
}

std::string sizeText(std::int64_t bytes)
{
    constexpr const char* kUnits[] = {"bytes", "kB", "MB", "GB", "TB"};
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (value >= 999.5 && unit + 1 < std::size(kUnits)) {
        value /= 1000;
        ++unit;
    }
    char text[40];
    std::snprintf(text, sizeof text, unit == 0 || value >= 99.95 ? "%.0f %s" : "%.1f %s", value,
                  kUnits[unit]);
    return text;
}

} // namespace hareloom
