<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ChainName</name>
    <message>
        <source>chain %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>other variants</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Table (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field guide (built in)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text file or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beam search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>32 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 bits (bfloat16)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kuzushiji-MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IDX files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of PNGs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old Faithful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zipf&apos;s law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight Gaussians</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swiss roll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scott</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silverman</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DensityStage</name>
    <message>
        <source>density</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiscreteStage</name>
    <message>
        <source>state %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyStage</name>
    <message>
        <source>states, most frequent first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It draws the same latent points again and again while it learns from real images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Families</name>
    <message>
        <source>Unknown family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Untitled experiment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingOverlay</name>
    <message>
        <source>%1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RealRows</name>
    <message>
        <source>%1 (minutes)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Recipe</name>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Page %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageFacts</name>
    <message>
        <source>was %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableText</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextStage</name>
    <message>
        <source>no topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>times in the real text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Theory</name>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>root mean square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>theory (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VitalChart</name>
    <message>
        <source>Generation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui</name>
    <message>
        <source>10–90% of chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected, %1 learners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>came, in their runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · answers of %2 learners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 learners answered, and %3 were right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: expected by %2, came in %3 runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folder is given; choose the one to write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several charts would be called %1; write {chart} into the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · seed %2 · Hareloom %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a figure can be written as .png, .svg or .pdf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(%1 to %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1 in generation 0 to %2 in generation %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not change: %2 from generation 0 to generation %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stayed within %2%%3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ended where it began%2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ended within %2% of where it began%3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 went %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fell %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rose by a factor of %2%3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; first below half in generation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fell by a factor of %2%3%4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in none of %1 chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from generation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in 1 of %1 chains (in generation %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 of %2 chains (first in generation %3, last in %4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early collapse %1; late collapse %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chain %1 in generation %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 chains ended early, as %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early: the tails stay below %1 of generation 0&apos;s for %2 generations, or a group is lost; late: the spread below %3, or fewer than half of the groups left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name holds &quot;%1&quot;; allowed in braces are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is empty; write letters, digits or one of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (preset: %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bold: not the default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In brackets: the preset&apos;s value where it is another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dotted: generation 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dash-dotted: the real data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diamonds: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line: median over the chains; band: from their 10% to their 90% point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From generation %1 to generation %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medians over %1 chains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %1 of %2 metrics; the others are in the table of all metrics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hareloom %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values are medians over the chains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(preset: %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vital signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart of a metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the variants differ in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: key · Hareloom %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: worksheet · Hareloom %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class shares by generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nats an image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it draws so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>real images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each model starts from a small one that comes with the program and has read one dictionary in English, the Jargon Lexicon, and nothing else (setting Base model). It learns this text in %1 epochs, so generation 0 is rough already, and its words may be the dictionary&apos;s; compare the later generations with it, not with the text. Each model goes on from the text that it was trained on. A longer text and more epochs help, and so does a model that has read more: OPT-125m, from File &gt; Catalogue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Hareloom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Hareloom %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;What gets lost when models are raised on models: a laboratory for model collapse. Every generation on the screen was really sampled and really fitted.&lt;/p&gt;&lt;p&gt;After Shumailov et al., “AI models collapse when trained on recursively generated data”, Nature 631, 755–759 (2024).&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 real ones are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 real ones are new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of earlier models are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 are drawn from generation %3&apos;s model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are all that generation %1 gets to see: the model that wrote them is put away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These %1 %2 are all that generation %3 gets to see. %4 of them come from models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How generation %1 becomes generation %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 Only these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new model is fitted to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation %1&apos;s model takes its place. What the rows did not tell it, it does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 to %2 times in the real text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, variable %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late collapse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>early collapse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is left of it after %1 copies of copies?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: it cannot be read as a list of at most 1 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 is neither a file nor a preset. Write a file&apos;s name, relative to the list, or the name of a preset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: there is no experiment (*.json) and no session (*.hareloom) in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Space to run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation 0 is learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The real data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation 0 is learning from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation 0 learns from it. Every generation after that learns from the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of %1 %2 is lost yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 %3 are lost, in this order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… %1 lines above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… %1 lines below: turn the wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generation %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2%3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost in generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fitted on %1 real %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fitted on %1 generated %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fitted on %1 %3, %2 of them generated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs of training: %1. The loss went from %2 to %3 %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: nothing is measured yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: least %2, greatest %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early collapse: the tails, what is rare, are being lost, while averages may still look fine. Marked where they stay below %1 of generation 0&apos;s for %2 generations, or where a group is lost; withdrawn when they are above %3 again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late collapse: little of the original variety is left. Marked where the spread stays below %1 of generation 0&apos;s for %2 generations, or where fewer than half of the groups are left; withdrawn when the spread is above %3 again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fact in it can be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its one fact is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its one fact is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 facts are right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, not %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the guide says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guide says %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %1 of %2 prompts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nats a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10–90%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>25–75%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>± standard error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean ± standard error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generation 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>real data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 (▾ below the logarithmic axis)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, 10–90% of chains %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, real data %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10% point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90% point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From generation %1 on: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of the window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::Actions</name>
    <message>
        <source>&amp;What do you expect?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what will become of this experiment before you see it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Worksheet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lesson on paper, with or without the answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Answers of a class…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What learners expected, and what came of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What am I looking at?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Documentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Hareloom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Gallery of experiments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All experiments and recent sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open session or experiment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;running order…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder of experiments and sessions, one after another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next of the running order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back in the running order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save session &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Vary settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the experiment at many values of a few settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the s&amp;weep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture of all points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the run &amp;before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare &amp;with…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other runs to put beside this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Other sessions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export e&amp;very chart…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export &amp;metrics…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;vital signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide what comes later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lock axes to generation 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo&amp;garithmic scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reduced motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present from the f&amp;irst generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next variant or c&amp;hain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variant or chain be&amp;fore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose &amp;vital signs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show data &amp;table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme of the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run from the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>St&amp;ep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more generation of each chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show one step &amp;slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the next generation comes from this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What if from here on…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on from the generation shown with other settings, beside this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rese&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the real data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another seed, and run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play generations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play through the generations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pa&amp;use at events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playing pauses where something is told (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play over and over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;vious generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;ast generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play from &amp;here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play t&amp;o here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;aster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slo&amp;wer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play a&amp;ll generations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ca&amp;talogue…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data that is fetched once and used offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save e&amp;xperiment as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every setting of the experiment, beside the stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the run and the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the view; the run is finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the finished run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the finished run on from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the &amp;view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the view</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::Application</name>
    <message>
        <source>There is not enough memory for this. Save what you need, and close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fault in the program itself: %1. Save what you need, start again, and please report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fault in the program itself. Save what you need, start again, and please report it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::BranchController</name>
    <message>
        <source>This is the last generation, and none follows it. Go back to an earlier one, and choose what is different from there on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::BranchDialog</name>
    <message>
        <source>Run the branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if from here on?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation 0 stays as it is. What should be different from generation 1 on?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generations 0 to %1 stay as they are. What should be different from generation %2 on?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that can change on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is changed yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::CatalogueDialog</name>
    <message>
        <source>&amp;Run the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in %1, and used without a network from then on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” needs %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::CatalogueRow</name>
    <message>
        <source>%1 · licence %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of %1 is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1 (%2) from this computer? It can be fetched again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>, %n s left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go &amp;on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Get</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here, checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::ChainsStage</name>
    <message>
        <source>Chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chain %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median of %1 chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5% to 95% of chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 to 95%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>25 to 75%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 over %3 chains: median %4, %5 in generation 0; 90% of the chains from %6; %7 has %8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over %2 chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>25%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>75%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::ClassDialog</name>
    <message>
        <source>Answers of a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::ClassStream</name>
    <message>
        <source>real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share, generation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share, generation 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share, real data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generation (none: real data)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::CompareColumn</name>
    <message>
        <source>What column %1 shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove column %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::CompareStage</name>
    <message>
        <source>Stage of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation 0 is being fitted to the real data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The real data. Press Space to run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends at generation %1, which stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has come to generation %1 of %2, which stays</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::CompareView</name>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more of what can be compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other runs to put beside these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to what was there (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has run yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axes: generation 0 of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each has its own axes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::Comparison</name>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no finished generation to compare.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::ComparisonController</name>
    <message>
        <source>Back to one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The variants side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run before beside this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions (*.hareloom);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing yet to put beside this run. Change a setting in the recipe and choose &quot;Run beside&quot;, or take another run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run before this one yet. Change a setting in the recipe and run again, or take another run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One run alone cannot be compared; run the experiment first, or choose two sessions.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::ComparisonMenu</name>
    <message>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other run is recorded yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::CurveAnswer</name>
    <message>
        <source>Drag to draw, or press Up and Down, Left and Right. A value is asked for at the dotted lines: generations %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashed: what you drew. Solid: what happened.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::CurveCanvas</name>
    <message>
        <source>Density to draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to draw the density; the right button erases. Keys: Left and Right choose a place, Up and Down raise and lower it, Delete takes it to zero.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::CurvePaper</name>
    <message>
        <source>Curve to draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag from left to right to draw the curve. Keys: Left and Right choose a generation, Up and Down set the value there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw here what you expect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::DataDialog</name>
    <message>
        <source>Take its values as &amp;states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns to use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each value is one of several kinds, as a name is, and no number to reckon with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First rows of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Columns to use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (not all numbers)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (words)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row is not enough to fit a model on; at least two are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows, all of them fit to use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one or more columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of words are states: choose one of them alone, or only columns of numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than %1 rows; counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Columns to use”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is left of these data when models learn from models?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::DataTableDialog</name>
    <message>
        <source>Data table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no chart with numbers yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::DataTableView</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the selected rows, or all, with tabs between the cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data table</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Save data table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::DensityStage</name>
    <message>
        <source>%1 = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>density, generation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>density, generation 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All generations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1% below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1% above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ peak at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This generation lies outside of generation 0&apos;s axis (%1 to %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the tails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generation 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows it generates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>real data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: density</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::DeviceRow</name>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where networks train. It is kept for all experiments on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::DifferencesTable</name>
    <message>
        <source>Settings that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting that differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All settings are the same.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::DiscreteFace</name>
    <message>
        <source>Surviving states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entropy (nats)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest probability</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::DiscreteStage</name>
    <message>
        <source>Frequencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>states, most frequent in generation 0 first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>states, most frequent first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 states, ranks %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability, generation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean probability, generation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0, extinct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability, generation 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean probability, generation 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>states alive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: what is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy, nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generation 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>extinct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each state&apos;s share of the rows becomes its probability.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not among them, and so at 0: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::Documentation</name>
    <message>
        <source>Documentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in all pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::DrawnSource</name>
    <message>
        <source>Drag to draw, right button to erase, arrow keys to shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n points. Click or drag to set more, right button to erase; arrows and Return.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A curve of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is left of what you drew when models learn from models?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::EnlargedVital</name>
    <message>
        <source>&amp;Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vertical axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Whole chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends zooming (a double click, or 0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;py as picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel zooms, drag pans, click shows the generation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::ExportController</name>
    <message>
        <source>stage</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The current chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every chart (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report on one page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts, answers and passages of this chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metrics shown, of this chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All metrics of all chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> dpi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In braces: %1. Chains count from 0, as in the tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open fol&amp;der</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG, a picture of pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG, for the web and for drawing programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF, for print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML, one file for a browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This many pixels are too many for one picture; at most 100 million are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder to write to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there already. Replace it? This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the files are there already. Replace them? This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files are written; then: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: %1 (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: %1 files (%2) in %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of these is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of these are there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question, what happened, stage,
charts, metrics and settings,
on paper of A4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each generation writes,
prompt by prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chain, generation, metric, value:
a line each; chains count from 0,
so that the window&apos;s chain 1 is 0</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::FamilyRail</name>
    <message>
        <source>Experiments with the %1 family</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::FieldControl</name>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 It stays at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 differs from the preset; back to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by variants: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::FigureLook</name>
    <message>
        <source>&amp;Heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which generation a stage shows; the title of a chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;acts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers beside a stage&apos;s heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What lines, dots and bands are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So&amp;urce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title, seed and version below the figure; they are in the file in any case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log &amp;x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts of metrics: generations from 1 on, on a logarithmic axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Outlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words as outlines of their letters: they look the same everywhere, and can no longer be edited or found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper: axes and legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> pt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of labels and legends; a heading grows with them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font si&amp;ze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median, 10–90%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median, quartiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean ± standard error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median, every chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Chains</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::FileController</name>
    <message>
        <source>%1: the name seems to hold bytes that are no UTF-8, which a file dialog cannot hand on; rename the file, or give it to the program on the command line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: there is no such file, and no preset of that name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a pipe or a device; open a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a folder without images (*.png, or MNIST&apos;s files) and texts (*.txt, *.md, *.tokens, *.raw); open a session (*.hareloom) or an experiment (*.json) in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the name holds bytes that are no UTF-8, and an experiment could not hold it; rename it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too large to be an experiment; at most 16 MB are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open session or experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions, experiments and tables (*.hareloom *.json *.csv *.tsv *.txt *.dat *.order);;Sessions (*.hareloom);;Experiments (*.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables, texts and images (*.csv *.tsv *.txt *.dat *.md *.tokens *.raw *-ubyte *-ubyte.gz);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a file on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::Filmstrip</name>
    <message>
        <source>Generations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every generation leaves a frame here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on real data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run has come to generation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No generation yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation %1 of %2 is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generated rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early collapse%1 begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late collapse%1 begins</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::FilmstripForks</name>
    <message>
        <source>From generation %1 on: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Click to look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; another line goes on from generation %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::FilmstripMarks</name>
    <message>
        <source>late collapse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>early collapse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; early collapse%1 begins in generation %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; late collapse%1 begins in generation %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::FilmstripPanel</name>
    <message>
        <source>Every n-th</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every n-th generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames, playback and the arrow keys visit every n-th generation, and the last</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::Forecast</name>
    <message>
        <source>Needs %1 of the card&apos;s memory, of which %2 are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of memory and %2 of the card&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs about %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less than a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; about %2 and %3 of disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::FormatChoice</name>
    <message>
        <source>&amp;First row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds the names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delimiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pipe |</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blanks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none, one column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decimal &amp;mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>point, as in 1.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comma, as in 1,5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words for missing values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells that stand for a value that is not there, parted by commas. Leave NA out where it is a value, as the country code of Namibia.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing &amp;values</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::Gallery</name>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First fetch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trains %1: days without a graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trains networks: minutes or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measuring the run time…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What gets lost when models are raised on models. Choose an experiment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type to filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter experiments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from a table (CSV), a text or images of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons: say what you expect, then see it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every lesson, not only the first ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every recent run, not only the latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take them all off this list; their files stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is gone: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the laboratory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No experiment and no recent run has “%1” in its title, question or kind. Escape shows all again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Done: %1 of %2 came true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
The picture is of the real data that generation 0 learns from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
The picture is a smaller run of it, computed here: generation 0 to %2 of one chain, at most 20,000 rows each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2 generations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No generation was finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 generations, seed %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
The picture is of the latest run of it here, with seed %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::GalleryCard</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::GalleryController</name>
    <message>
        <source>%1: generation %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::Header</name>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (changed)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::HelpController</name>
    <message>
        <source>All experiments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons come first: they ask what you expect before they show it. Each other card is an experiment: a click opens it and runs it. The picture on a card comes from a small run of the same experiment. Type a word to find a card; drop a table, a text or a folder of images on the window to use your own data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment and its question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is being tried. The button beside the title opens another experiment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stage: one generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation 0 is a model fitted to real data. Each later generation is a model fitted to what the one before it made. The stage shows one of them; generation 0 stays behind it, and the axes stay as generation 0 had them, so that what shrinks is seen to shrink. Point at it to read values; the box above it has other ways of looking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens, in sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each line tells of one generation, with its numbers and the reason. Click a line to go to that generation. When the run ends, three sentences say what became of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All generations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One picture for each generation. Click, drag, turn the wheel, or press Left and Right. A mark says where early or late collapse begins: point at it and read what that means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The measurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each chart follows one number through the generations. The dotted line is its value in generation 0, the dashed line is what theory expects. Point at a chart to read its value and what it means; a double click enlarges it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run and play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space runs and pauses; N runs one generation. The speed holds for running and for playing again. The seed decides about chance: the same seed gives the same run, another seed gives another chain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the step tells and asks. Return takes your answer and goes on; nothing is shown that you are still to predict. The cross leaves the lesson, and it goes on from here the next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that can be changed. The main settings stand first, all others below them. Change one, then press Run this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs of the same experiment with different settings, at the same generation and on the same axes. The table says which settings differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds of models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A click opens the usual experiment of another kind of model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is going on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the run is, how long it will take, and where it is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::ImageStage</name>
    <message>
        <source>latent spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classes alive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class entropy, nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn by generation 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by this generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images of generation 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its 2 sd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of this generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latent point %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change since generation 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean tone, generation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean tone, generation 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latent point %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(%1, %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first axis %1, second axis %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest generated image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none near</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latent point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: generated images under generation 0&apos;s encoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class, from 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 latent points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 latent points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, the same in every generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generation 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first axis of the real images, generation 0&apos;s encoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generation %1&apos;s model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the %2 images that generation %3 sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new model learns from them. %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::LabSession</name>
    <message>
        <source>This run is not being recorded: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::LatentWalk</name>
    <message>
        <source>Pictures between latent points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session was made before planes were kept; a new run can draw between points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of generation %1 were not kept, so nothing can be drawn here; model.keepEvery says which are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn by generation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1 to %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::LegendStrip</name>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::LessonController</name>
    <message>
        <source>%1 (%2 minutes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a lesson…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the answers to the lesson could not be written there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what you expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn before the run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::LessonPanel</name>
    <message>
        <source>Ask the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the lesson; it goes on from here the next time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I expect this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is not finished yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reached yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You were right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It went another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have reached the end of the lesson.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 predictions came true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no single answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ It came true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ It went another way.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::LessonPlayer</name>
    <message>
        <source>A part of the lesson could not be run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::LoopChoice</name>
    <message>
        <source>Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A loop of your own making.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::LostStates</name>
    <message>
        <source>states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability, generation 0</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::MainWindow</name>
    <message>
        <source>Hareloom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2[*] – Hareloom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::MarkSlider</name>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the run: generation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the run: never</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::MetricChecklist</name>
    <message>
        <source>%1. %2
In files: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not available: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::NormalFace</name>
    <message>
        <source>Standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root of the total variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total variance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::NumberEntry</name>
    <message>
        <source>from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your number, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the run: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::OptionButtons</name>
    <message>
        <source>Strike out %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (gone)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (so it was)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::OrderController</name>
    <message>
        <source>Folder with experiments and sessions, in the order of their names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::OrderList</name>
    <message>
        <source>In order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Up and Ctrl+Down move an entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag, or press Ctrl+Up and Ctrl+Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (in the run: place %2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::OverlayChart</name>
    <message>
        <source>generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in generation %2: %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::OverlayView</name>
    <message>
        <source>Vital signs of all columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not compared, since the data are others: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns have measured no metric in common.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::PageSetter</name>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vital signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the variants differ in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::PerplexityRidges</name>
    <message>
        <source>perplexity of each generated block under generation 0&apos;s model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perplexity %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of blocks, generation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: perplexity of generated blocks under generation 0&apos;s model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perplexity from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share, generation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share, generation 0</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::PointsCanvas</name>
    <message>
        <source>Points to draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to set a point, drag to spray; the right button erases. Keys: the arrows move the crosshair, Return sets a point, Delete erases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click or drag to set points</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::PollBars</name>
    <message>
        <source>%1%</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::PollBox</name>
    <message>
        <source>Hands for %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font &amp;scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From 80 to 200%.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views jump from one generation to the next, and cards do not play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cores that a run uses, from the next run on. Automatic leaves one to the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Default folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where file dialogs begin; empty: where the last file was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reduced motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the default folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a folder; the old choice stays.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::PresentedRun</name>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::PresenterController</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::PresenterControls</name>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::PresenterView</name>
    <message>
        <source>Presentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::Recipe</name>
    <message>
        <source>change of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choice of a loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset of the recipe</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::RecipeController</name>
    <message>
        <source>&amp;Undo %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variant beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save experiment as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>experiment.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::RecipeDrawer</name>
    <message>
        <source>Back to preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the recipe as it stands, from the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo every difference from the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run this beside the present one, as a variant: both side by side, on the same axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a CSV file and its columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot run yet. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes apply to the next run. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also changed: %1. </source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All settings (%n changed)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Point at a setting to read what it does.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::RecipeSection</name>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::RunGuard</name>
    <message>
        <source>The generation that is being made has taken %1 so far, and is lost if the run ends now. Finished generations are kept, and the run can go on from there later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the run?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;End the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep it running</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::SaveController</name>
    <message>
        <source>There is no recording of this run to save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save session as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions (*.hareloom)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::ScatterStage</name>
    <message>
        <source>total variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>groups left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generation 0 holds 50%, 95%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows it generates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>real data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = %2, %3 = %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>density, generation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>density, generation 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: rows it generates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density and rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This generation&apos;s centre lies outside of generation 0&apos;s axes, at (%1, %2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::SheetSetter</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this run: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::SideColumn</name>
    <message>
        <source>Gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gallery of experiments</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::SpeakerView</name>
    <message>
        <source>Speaker&apos;s notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::Stage</name>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2, %3 in generation 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::StageChooser</name>
    <message>
        <source>Compared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With which generation the words are compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with generation 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the one before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::StageScene</name>
    <message>
        <source>Nothing has run yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::StageView</name>
    <message>
        <source>&amp;Copy text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;vious text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;xt text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number that the chains are compared by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole of the axes again (0, or a double click)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset &amp;zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read &amp;values</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::StatusStrip</name>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready. Space runs, Left and Right step through generations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running: reading the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running: %1 of %2 generations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused after generation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is finished: one generation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is finished: %1 generations in all, %2 to see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The view is still playing them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What is finished is kept; Run goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; training generation %1: epoch %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 left of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, loss %1 nats a row</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::StepView</name>
    <message>
        <source>Leave the slow step (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::StoryStrip</name>
    <message>
        <source>Event before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause at events</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::StoryText</name>
    <message>
        <source>What happens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows generation %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::SweepAxisRow</name>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>even steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>even ratios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values with commas between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not vary this setting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::SweepController</name>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::SweepControls</name>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting along the horizontal axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting along the vertical axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values on a logarithmic scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median, 10–90%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median, quartiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean ± standard error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::SweepDialog</name>
    <message>
        <source>Another setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment runs at every value of one setting together with every value of the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chains at each point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of this sweep %1 parts were written in its file and stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 varies twice. Remove one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points, %2 chains in all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::SweepModel</name>
    <message>
        <source>Variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in generation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of %1 chains in generation %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median of %1 chains in generation %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean ± standard error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>25–75% of chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10–90% of chains</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::SweepPage</name>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run every chain that is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other settings, or other values of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture or its numbers as a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment itself on the stage, without the sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of the sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a value to read it, click to see its chains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points, %2 chains each, %3 generations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the points…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 chains are done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; points that failed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; a run takes about %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::SweepPicture</name>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not run yet; %2 %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not run yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::TeacherController</name>
    <message>
        <source>Folder with the answers of a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: there are no answers to a lesson (*.answers.json) here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These answers are to the lesson &quot;%1&quot;, which is not among the lessons of this program.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::TextStage</name>
    <message>
        <source>Prompt %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test perplexity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeated 4-grams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distinct 2-grams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>topics alive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens alive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nats a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phrase that the text repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not what the guide says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>word lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>word added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generation 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1% and 99% points of generation 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no topic recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To “%1” it answers: “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of its words stand in repeated phrases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of generation %1&apos;s words %2 are kept and %3 lost; %4 are added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generation %1, word %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its phrase stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>elsewhere too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words in repeated phrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: what is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: texts of every generation up to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>different words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share in repeated phrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeated phrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: words against the generation before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: words against generation 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passage %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: each generation continues a text of its own, in grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: every generation begins without a prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the same words given to every generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It wrote nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text is kept of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… %1 above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… %1 below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… %1 above, %2 below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1% repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 words kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 words added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics of generated blocks by generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>real text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generation %1 writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generation %1 has learned, and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next model learns from them, and answers %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::Transport</name>
    <message>
        <source>Chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which chain the stage shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the stage shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generations shown a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same run; Return or Space runs with the one typed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::UnlockedSettings</name>
    <message>
        <source>Try it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::VariantsEditor</name>
    <message>
        <source>None: the experiment runs by itself. A variant runs beside it with a few settings changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These run side by side instead of the recipe alone, each with its own settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variant %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run just the recipe, without variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removal of all variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of variant %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of variant %1, a line each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A setting a line, as in a file: policy.pool = all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>policy.pool = all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title of a variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings of variant %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Just this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make this variant the whole recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removal of a variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choice of one variant</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::VitalChart</name>
    <message>
        <source>generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gen. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: nothing measured yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2 in generation %3; it was %4 in generation 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, and theory expects a %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; the real data have %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published %1 (%2, %3; %4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diamonds: %1, %2; %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::VitalChooser</name>
    <message>
        <source>Vital signs to show, in this order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the row up (Alt+Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the row down (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to what this experiment shows by itself</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::VitalView</name>
    <message>
        <source>Generation %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::VitalsColumn</name>
    <message>
        <source>Vital signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the vital signs to show, and their order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose vital signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no theory for these settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::VitalsController</name>
    <message>
        <source>&amp;Enlarge…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show data &amp;table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Automatic axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Linear axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo&amp;garithmic axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy as picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;hoose vital signs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show data table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::WindowTour</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hareloom::ui::WorksheetDialog</name>
    <message>
        <source>&amp;With the answers, computed for this learner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worksheet could not be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worksheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: a line to write it on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lesson:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save worksheet as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf);;HTML (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson&apos;s experiments run, for the answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
