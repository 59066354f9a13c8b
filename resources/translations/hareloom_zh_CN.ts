<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Candidates</name>
    <message>
        <source>Rows of this family cannot be chosen by hand: only numbers, states and images can.</source>
        <translation>这个模型族的行不能手工选择：只有数字、状态和图像可以。</translation>
    </message>
    <message>
        <source>Rows are chosen by hand where each generation learns from the rows of the one before alone. Set the loop of the recipe to Replace.</source>
        <translation>只有每一代只向前一代的行学习时，才能手工选择行。请在配方里把循环设为“替换”。</translation>
    </message>
    <message>
        <source>This is the last generation, and none follows it. Ask for more generations in the recipe.</source>
        <translation>这是最后一代，后面没有了。请在配方里增加代数。</translation>
    </message>
</context>
<context>
    <name>ChainName</name>
    <message>
        <source>chain %1</source>
        <translation>链 %1</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>other variants</source>
        <translation>其他变体</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Beam search</source>
        <translation>束搜索</translation>
    </message>
    <message>
        <source>32 bits</source>
        <translation>32 位</translation>
    </message>
    <message>
        <source>16 bits (bfloat16)</source>
        <translation>16 位（bfloat16）</translation>
    </message>
    <message>
        <source>As listed</source>
        <translation>按列表</translation>
    </message>
    <message>
        <source>Scott</source>
        <translation>Scott</translation>
    </message>
    <message>
        <source>Silverman</source>
        <translation>Silverman</translation>
    </message>
</context>
<context>
    <name>DensityStage</name>
    <message>
        <source>density</source>
        <translation>密度</translation>
    </message>
</context>
<context>
    <name>DiscreteStage</name>
    <message>
        <source>state %1</source>
        <translation>种类 %1</translation>
    </message>
</context>
<context>
    <name>DurationText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
</context>
<context>
    <name>EmptyStage</name>
    <message>
        <source>states, most frequent first</source>
        <translation>种类，最常见的在前</translation>
    </message>
    <message>
        <source>It draws the same latent points again and again while it learns from real images.</source>
        <translation>它一边向真实图像学习，一边反复画出同一组潜点。</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>行数</translation>
    </message>
</context>
<context>
    <name>Families</name>
    <message>
        <source>Unknown family</source>
        <translation>未知的模型族</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>行</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no range; give the two ends of the axis, as 0:50.</source>
        <translation>“%1”不是范围；请给出坐标轴的两端，例如 0:50。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no range: the first number must be smaller than the second.</source>
        <translation>“%1”不是范围：第一个数必须小于第二个数。</translation>
    </message>
    <message>
        <source>The axis of generations is logarithmic: its range must begin above 0.</source>
        <translation>代的坐标轴是对数坐标轴：范围必须从大于 0 的数开始。</translation>
    </message>
    <message>
        <source>The vertical axis is logarithmic: its range must begin above 0, or its scale be linear.</source>
        <translation>纵轴是对数坐标轴：范围必须从大于 0 的数开始，否则请改用线性刻度。</translation>
    </message>
    <message>
        <source>The vertical axis cannot be logarithmic: this metric has no two different values above 0.</source>
        <translation>纵轴不能用对数刻度：这个指标没有两个大于 0 的不同数值。</translation>
    </message>
    <message>
        <source>The %1 axis is logarithmic: its lower end must be above 0.</source>
        <translation>%1：使用对数刻度，下端必须大于 0。</translation>
    </message>
    <message>
        <source>The scale of the vertical axis can be chosen for charts of metrics only.</source>
        <translation>只有指标图表可以选择纵轴的刻度。</translation>
    </message>
    <message>
        <source>The stage as it is shown has no axes, so it takes no range and no title.</source>
        <translation>当前显示的主图没有坐标轴，因此不能设置范围和标题。</translation>
    </message>
    <message>
        <source>The horizontal axis of this stage cannot have another range.</source>
        <translation>这种主图的横轴不能改用别的范围。</translation>
    </message>
    <message>
        <source>The vertical axis of this stage cannot have another range.</source>
        <translation>这种主图的纵轴不能改用别的范围。</translation>
    </message>
    <message>
        <source>The vertical axis of this stage begins at %1: areas and bars are read from their base.</source>
        <translation>这种主图的纵轴从 %1 开始：面积和柱形要从底部读起。</translation>
    </message>
    <message>
        <source>horizontal</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>vertical</source>
        <translation>纵轴</translation>
    </message>
    <message>
        <source>No typeface is called &quot;%1&quot; here.</source>
        <translation>这里没有名为“%1”的字体。</translation>
    </message>
    <message>
        <source>No typeface is called &quot;%1&quot; here; the nearest is %2.</source>
        <translation>这里没有名为“%1”的字体；最接近的是“%2”。</translation>
    </message>
</context>
<context>
    <name>Film</name>
    <message>
        <source>%1 generations a second: give %2 to %3.</source>
        <translation>每秒 %1 代：应在 %2 至 %3 之间。</translation>
    </message>
    <message>
        <source>%1 frames a second: give 1 to %2.</source>
        <translation>每秒 %1 帧：应在 1 至 %2 之间。</translation>
    </message>
    <message>
        <source>A still of %1 seconds: give 0 to %2.</source>
        <translation>静止 %1 秒：应在 0 至 %2 之间。</translation>
    </message>
    <message>
        <source>A film needs at least one generation.</source>
        <translation>影片至少要有一代。</translation>
    </message>
    <message>
        <source>The film would last %1 minutes and have %2 frames; at most %3 are allowed. Choose fewer generations or a higher speed.</source>
        <translation>影片将长达 %1 分钟，共 %2 帧；最多允许 %3 帧。请减少代数，或者提高速度。</translation>
    </message>
    <message>
        <source>%1 × %2 pixels: each side of a film has %3 to %4 pixels.</source>
        <translation>%1 × %2 像素：影片的每条边应为 %3 至 %4 像素。</translation>
    </message>
    <message>
        <source>%1 × %2 pixels: %3 needs even sides; %4 × %5 will do.</source>
        <translation>%1 × %2 像素：%3 要求边长是偶数；可以用 %4 × %5。</translation>
    </message>
    <message>
        <source>%1 frames a second: %2 allows at most %3.</source>
        <translation>每秒 %1 帧：%2 最多允许 %3 帧。</translation>
    </message>
    <message>
        <source>%1 is a folder; give the film a name.</source>
        <translation>%1 是文件夹；请给影片起一个文件名。</translation>
    </message>
    <message>
        <source>The disk that holds %1 is full; free some space or choose another folder.</source>
        <translation>%1 所在的磁盘已满；请腾出一些空间，或者选择别的文件夹。</translation>
    </message>
    <message>
        <source>%1 is written by libav, which Hareloom reaches through its film library, %2; it is built where libavformat-dev, libavcodec-dev and libswscale-dev are installed. WebP and GIF need none of it.</source>
        <translation>%1 由 libav 写入，Hareloom 要通过自己的影片库来使用它（%2）；装有 libavformat-dev、libavcodec-dev 和 libswscale-dev 的系统上才会构建这个库。WebP 和 GIF 不需要这些。</translation>
    </message>
    <message>
        <source>%1 needs an encoder for %2, and this system&apos;s libavcodec has none; install one that has (Debian&apos;s libavcodec59 or later), or choose another format.</source>
        <translation>%1 需要 %2 的编码器，而本系统的 libavcodec 没有；请安装带有它的版本（Debian 的 libavcodec59 或更高版本），或者选择别的格式。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Nothing is left of it.</source>
        <translation>无法写入 %1：%2。没有留下残余文件。</translation>
    </message>
</context>
<context>
    <name>FilmDialog</name>
    <message>
        <source>Slides: 1280 × 720</source>
        <translation>幻灯片：1280 × 720</translation>
    </message>
    <message>
        <source>Large: 1920 × 1080</source>
        <translation>大：1920 × 1080</translation>
    </message>
    <message>
        <source>Small: 640 × 360</source>
        <translation>小：640 × 360</translation>
    </message>
    <message>
        <source>Square: 1080 × 1080</source>
        <translation>方形：1080 × 1080</translation>
    </message>
    <message>
        <source>Upright: 1080 × 1920</source>
        <translation>竖屏：1080 × 1920</translation>
    </message>
</context>
<context>
    <name>Joining</name>
    <message>
        <source>, </source>
        <extracomment>Stands between the names of a list.</extracomment>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <extracomment>Stands between the parts of a sentence.</extracomment>
        <translation>；</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>two phrases</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Untitled experiment</source>
        <translation>未命名实验</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>C&amp;opy as</source>
        <translation>复制为(&amp;O)</translation>
    </message>
</context>
<context>
    <name>MetricMeaning</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Unit: %1</source>
        <translation>单位：%1</translation>
    </message>
    <message>
        <source>Formula: %1</source>
        <translation>公式：%1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>出处：%1</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>This page holds %1 of %2 generations: every %3th, the last, and those of which something is told.</source>
        <translation>这个网页包含 %2 代中的 %1 代：每 %3 代取一代，另加最后一代和讲述到的各代。</translation>
    </message>
    <message>
        <source>Charts show the median over up to %1 chains and a band from their 10% to their 90% point; the models are those of one chain.</source>
        <translation>图表显示最多 %1 条链的中位数，色带从 10% 分位数到 90% 分位数；模型取自其中一条链。</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1：%2（%3）</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>生成程序</translation>
    </message>
    <message>
        <source>Hareloom %1 on %2</source>
        <translation>Hareloom %1，运行于 %2</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Page by</source>
        <translation>网页生成程序</translation>
    </message>
    <message>
        <source>Untitled experiment</source>
        <translation>未命名实验</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>What they differ in</source>
        <translation>不同之处</translation>
    </message>
    <message>
        <source>The experiment: %1</source>
        <translation>实验：%1</translation>
    </message>
    <message>
        <source>The experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>In Hareloom, save this as a file that ends in .json and open it, or run it with hareloom-cli run.</source>
        <translation>在 Hareloom 中，把它存为以 .json 结尾的文件再打开，或者用 hareloom-cli run 运行。</translation>
    </message>
    <message>
        <source>What the experiment follows</source>
        <translation>实验所依据的文献</translation>
    </message>
    <message>
        <source>The browser runs no scripts here, so nothing plays; what happened, and the experiment, are below.</source>
        <translation>浏览器在这里不运行脚本，因此无法播放；发生了什么，以及实验本身，都列在下面。</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Go through the generations</source>
        <translation>逐代查看</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>代</translation>
    </message>
    <message>
        <source>Generation %1 of %2</source>
        <translation>第 %1 代，共 %2 代</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>播放（空格键）</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>暂停（空格键）</translation>
    </message>
    <message>
        <source>First generation (Home)</source>
        <translation>第一代（Home）</translation>
    </message>
    <message>
        <source>Generation before (Left)</source>
        <translation>上一代（左方向键）</translation>
    </message>
    <message>
        <source>Next generation (Right)</source>
        <translation>下一代（右方向键）</translation>
    </message>
    <message>
        <source>Last generation (End)</source>
        <translation>最后一代（End）</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>每秒 %1 代</translation>
    </message>
    <message>
        <source>Charts only so far</source>
        <translation>图表只画到这一代</translation>
    </message>
    <message>
        <source>Charts show nothing of later generations, so that one can guess first.</source>
        <translation>图表不显示后面的代，可以先猜一猜。</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>The browser does not let this page copy. Select the text and press Ctrl+C.</source>
        <translation>浏览器不允许这个网页复制。请选中文本，再按 Ctrl+C。</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>early collapse</source>
        <translation>早期崩溃</translation>
    </message>
    <message>
        <source>late collapse</source>
        <translation>后期崩溃</translation>
    </message>
    <message>
        <source>Which text</source>
        <translation>选择文本</translation>
    </message>
    <message>
        <source>Generation %1</source>
        <translation>第 %1 代</translation>
    </message>
    <message>
        <source>generation 0</source>
        <translation>第 0 代</translation>
    </message>
    <message>
        <source>%1 in generation %2: %3</source>
        <translation>%1，第 %2 代：%3</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>median over the chains</source>
        <translation>各链的中位数</translation>
    </message>
    <message>
        <source>10% point</source>
        <translation>10% 分位数</translation>
    </message>
    <message>
        <source>90% point</source>
        <translation>90% 分位数</translation>
    </message>
    <message>
        <source>10% to 90% of the chains</source>
        <translation>10–90% 的链</translation>
    </message>
    <message>
        <source>from the 10% to the 90% point of the chains</source>
        <translation>各链的 10% 到 90% 分位数</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a value, and the column that it is of</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>real data</source>
        <translation>真实数据</translation>
    </message>
    <message>
        <source>settings change</source>
        <translation>设置改变处</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>原为 %1</translation>
    </message>
    <message>
        <source>The session keeps no model of this generation.</source>
        <translation>会话没有保存这一代的模型。</translation>
    </message>
    <message>
        <source>this generation</source>
        <translation>这一代</translation>
    </message>
    <message>
        <source>rows it generates</source>
        <translation>生成的数据行</translation>
    </message>
    <message>
        <source>true density</source>
        <translation>真实密度</translation>
    </message>
    <message>
        <source>density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>density, generation %1</source>
        <translation>密度，第 %1 代</translation>
    </message>
    <message>
        <source>1% below</source>
        <translation>下侧 1%</translation>
    </message>
    <message>
        <source>1% above</source>
        <translation>上侧 1%</translation>
    </message>
    <message>
        <source>↑ up to %1</source>
        <translation>↑ 最高到 %1</translation>
    </message>
    <message>
        <source>This generation&apos;s centre lies outside of generation 0&apos;s axes, at (%1, %2)</source>
        <translation>这一代的中心超出了第 0 代的坐标轴范围，位于（%1，%2）</translation>
    </message>
    <message>
        <source>component</source>
        <translation>分量</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>mean, %1</source>
        <translation>均值，%1</translation>
    </message>
    <message>
        <source>standard deviation, %1</source>
        <translation>标准差，%1</translation>
    </message>
    <message>
        <source>correlation</source>
        <translation>相关系数</translation>
    </message>
    <message>
        <source>state %1</source>
        <translation>种类 %1</translation>
    </message>
    <message>
        <source>state</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>%1 states, ranks %2 to %3</source>
        <translation>%1 个种类，第 %2 名至第 %3 名</translation>
    </message>
    <message>
        <source>states, most frequent in generation 0 first</source>
        <translation>种类，第 0 代最常见的在前</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>probability, generation %1</source>
        <translation>概率，第 %1 代</translation>
    </message>
    <message>
        <source>logarithmic scale</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <source>0, extinct</source>
        <translation>0，已消失</translation>
    </message>
    <message>
        <source>extinct</source>
        <translation>已消失</translation>
    </message>
    <message>
        <source>states alive</source>
        <translation>尚存的种类</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 个，共 %2 个</translation>
    </message>
    <message>
        <source>image %1 of %2</source>
        <translation>图像 %1，共 %2 张</translation>
    </message>
    <message>
        <source>image, from the top left</source>
        <translation>图像，从左上角起</translation>
    </message>
    <message>
        <source>Every generation draws it from the same latent point.</source>
        <translation>每一代都从同一个潜点画出它。</translation>
    </message>
    <message>
        <source>This browser is too old to unpack the images.</source>
        <translation>这个浏览器太旧，无法解压图像。</translation>
    </message>
    <message>
        <source>mean tone, generation %1</source>
        <translation>平均灰度，第 %1 代</translation>
    </message>
    <message>
        <source>root mean square difference</source>
        <translation>均方根差</translation>
    </message>
    <message>
        <source>The same words are given to every generation: %1</source>
        <translation>每一代都得到同样的提示：%1</translation>
    </message>
    <message>
        <source>Every generation begins without a prompt.</source>
        <translation>每一代都在没有提示的情况下开始写。</translation>
    </message>
    <message>
        <source>Each generation continues a text of its own, in grey.</source>
        <translation>每一代续写各自的一段文本，所给的部分为灰色。</translation>
    </message>
    <message>
        <source>%1% repeated</source>
        <translation>重复 %1%</translation>
    </message>
    <message>
        <source>phrases that a text repeats</source>
        <translation>文中重复出现的短语</translation>
    </message>
    <message>
        <source>It wrote nothing.</source>
        <translation>它什么也没有写。</translation>
    </message>
    <message>
        <source>No text is kept of it.</source>
        <translation>没有保存它的文本。</translation>
    </message>
    <message>
        <source>The guide says %1.</source>
        <translation>图鉴上写的是 %1。</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the language of these words, as HTML names it</comment>
        <translation>zh-CN</translation>
    </message>
    <message>
        <source>To open this moment in Hareloom, click or scan:</source>
        <translation>要在 Hareloom 中打开这一刻，请单击或扫描：</translation>
    </message>
    <message>
        <source>QR code of this address</source>
        <translation>这个地址的二维码</translation>
    </message>
    <message>
        <source>stops inventing</source>
        <translation>不再创新</translation>
    </message>
    <message>
        <source>Of %1 pictures a generation this page shows %2, so that it stays light.</source>
        <translation>为保持页面小巧，每代 %1 张图片中本页显示 %2 张。</translation>
    </message>
</context>
<context>
    <name>ReadingOverlay</name>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>RealRows</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>The data in %1 are no longer those that this run began with. They are not drawn, and the run cannot go on from here; put them back as they were, or run the experiment anew.</source>
        <translation>%1 里的数据已经不是这次运行开始时的数据了。它们不会画出来，运行也不能从这里继续；请把数据恢复原样，或重新运行实验。</translation>
    </message>
</context>
<context>
    <name>Recipe</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
</context>
<context>
    <name>Replicates</name>
    <message>
        <source>p &lt; %1</source>
        <translation>p &lt; %1</translation>
    </message>
    <message>
        <source>p = %1</source>
        <translation>p = %1</translation>
    </message>
    <message>
        <source>%1 (%2 to %3), %4</source>
        <translation>%1（%2 到 %3），%4</translation>
    </message>
    <message>
        <source>%1, %4
%2 to %3</source>
        <translation>%1，%4
%2 到 %3</translation>
    </message>
    <message>
        <source>Mean of the chains less that of the first column, with the interval that holds the true difference in 95 of 100 such runs, and the probability of a difference as large if there were none (Student&apos;s t test: of paired chains with the same seeds, else Welch&apos;s). It assumes that the means are close to normal. Many metrics and generations are many tests: one in twenty falls below 0.05 by chance.</source>
        <translation>各条链的均值减去第一列的均值；括号里是区间，这样的运行每 100 次有 95 次包含真实的差；p 是在没有差别时出现这么大的差的概率（学生 t 检验：种子相同的链配对，否则用韦尔奇检验）。前提是均值接近正态。指标多、代数多就是检验多：二十个里有一个会碰巧小于 0.05。</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>%1 (seed %2)</source>
        <translation>%1（随机种子 %2）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>From generation 0 to each run&apos;s last generation; medians over the chains.</source>
        <translation>从第 0 代到每次运行的最后一代；数值是各链的中位数。</translation>
    </message>
    <message>
        <source>(preset: %1)</source>
        <translation>（预设实验：%1）</translation>
    </message>
    <message>
        <source>The stage</source>
        <translation>主图</translation>
    </message>
    <message>
        <source>What it writes</source>
        <translation>它写出的文字</translation>
    </message>
    <message>
        <source>Vital signs</source>
        <translation>指标曲线</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>What the variants differ in</source>
        <translation>各变体的不同之处</translation>
    </message>
    <message>
        <source>What the sessions differ in</source>
        <translation>各会话的不同之处</translation>
    </message>
    <message>
        <source>The sessions side by side</source>
        <translation>各会话并排</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>参考文献</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Those that are not the default; all are in the attached experiment.json.</source>
        <translation>只列出不是默认值的设置；全部设置见所附的 experiment.json。</translation>
    </message>
    <message>
        <source>The first prompt; the others are in the HTML report and in the export of texts.</source>
        <translation>只列出第一个提示；其余的见 HTML 报告和导出的文本。</translation>
    </message>
    <message>
        <source>The first %1 metrics.</source>
        <translation>前 %1 个指标。</translation>
    </message>
    <message>
        <source>To keep to one page, some things are left out; the HTML and the Markdown report have all of them.</source>
        <translation>为了只占一页，省略了部分内容；HTML 和 Markdown 报告中有全部内容。</translation>
    </message>
    <message>
        <source>%1 et al.</source>
        <translation>%1 等</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 和 %2</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <translation>%1（%2）：%3</translation>
    </message>
    <message>
        <source>%1 Cited for: %2.</source>
        <translation>%1 引用原因：%2。</translation>
    </message>
    <message>
        <source>The Hareloom developers: Hareloom, version %1: a laboratory for model collapse. Computer program, GPL-3.0-or-later.</source>
        <translation>Hareloom 开发者：Hareloom，版本 %1：研究模型崩溃的实验室。计算机程序，GPL-3.0-or-later。</translation>
    </message>
    <message>
        <source>To open this moment in Hareloom: &lt;%1&gt;</source>
        <translation>要在 Hareloom 中打开这一刻：&lt;%1&gt;</translation>
    </message>
    <message>
        <source>Differences from the first variant</source>
        <translation>与第一个变体的差别</translation>
    </message>
</context>
<context>
    <name>SessionFile</name>
    <message>
        <source>%1: this session keeps the models of only some generations (--snapshot-every), and making the others again takes more than %2 seconds, so it cannot be shown. Its metrics can be read with &apos;hareloom-cli metrics&apos;; the same run without --snapshot-every can be shown.</source>
        <translation>%1：这个会话只保存了部分世代的模型（--snapshot-every），重新生成其余模型需要超过 %2 秒，所以无法显示。它的指标可以用“hareloom-cli metrics”读取；不带 --snapshot-every 的同一次运行可以显示。</translation>
    </message>
</context>
<context>
    <name>SessionReading</name>
    <message>
        <source>Making the models of %1 again…</source>
        <translation>正在重新生成 %1 的模型…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Opening a session</source>
        <translation>正在打开会话</translation>
    </message>
</context>
<context>
    <name>SideColumn</name>
    <message>
        <source>Gallery</source>
        <translation>实验库</translation>
    </message>
    <message>
        <source>Gallery of experiments</source>
        <translation>实验库</translation>
    </message>
</context>
<context>
    <name>StageFacts</name>
    <message>
        <source>was %1</source>
        <translation>原为 %1</translation>
    </message>
</context>
<context>
    <name>SweepCurve</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 of %2 are drawn</source>
        <translation>画出 %2 条中的 %1 条</translation>
    </message>
    <message>
        <source>theory is lowest at %1</source>
        <translation>理论值在 %1 处最低</translation>
    </message>
</context>
<context>
    <name>SweepWords</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>One of %1 points cannot run. %2</source>
        <translation>%1 个网格点中有 1 个不能运行。%2</translation>
    </message>
    <message>
        <source>%1 of %2 points cannot run. The first is %3</source>
        <translation>%2 个网格点中有 %1 个不能运行。第一个是：%3</translation>
    </message>
</context>
<context>
    <name>TableText</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>TextPage</name>
    <message>
        <source>Prompt %1 of %2</source>
        <translation>提示 %1，共 %2 个</translation>
    </message>
    <message>
        <source>Passage %1 of %2</source>
        <translation>段落 %1，共 %2 个</translation>
    </message>
</context>
<context>
    <name>TextStage</name>
    <message>
        <source>no topic</source>
        <translation>无主题</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>times in the real text</source>
        <translation>在真实文本中的次数</translation>
    </message>
    <message numerus="yes">
        <source>None of %n word(s) is lost yet</source>
        <translation>
            <numerusform>%n 个词，一个也没有丢失</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n word(s) are lost, in this order</source>
        <translation>
            <numerusform>%n 个词中已丢失 %1 个，次序如下</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Theory</name>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>root mean square</source>
        <translation>均方根</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>theory (%1)</source>
        <translation>理论（%1）</translation>
    </message>
    <message>
        <source>theory ± 1 SD of a chain</source>
        <translation>理论 ± 单链标准差</translation>
    </message>
    <message>
        <source>theory − 1 SD of a chain</source>
        <translation>理论 − 单链标准差</translation>
    </message>
    <message>
        <source>theory + 1 SD of a chain</source>
        <translation>理论 + 单链标准差</translation>
    </message>
</context>
<context>
    <name>ViewWords</name>
    <message>
        <source>Comparison</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>演示</translation>
    </message>
</context>
<context>
    <name>VitalChart</name>
    <message>
        <source>Generation</source>
        <translation>代</translation>
    </message>
</context>
<context>
    <name>VitalLine</name>
    <message>
        <source>0 (▾ below the logarithmic axis)</source>
        <translation>0（▾ 在对数坐标轴以下）</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>中位数 %1</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>10% point</source>
        <translation>10% 分位数</translation>
    </message>
    <message>
        <source>90% point</source>
        <translation>90% 分位数</translation>
    </message>
    <message>
        <source>real data</source>
        <translation>真实数据</translation>
    </message>
    <message>
        <source>From generation %1 on, the run uses: %2</source>
        <translation>从第 %1 代起，运行改用：%2</translation>
    </message>
    <message>
        <source>10–90% of chains %1 to %2</source>
        <translation>10–90% 的链 %1 至 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>real data %1</source>
        <translation>真实数据 %1</translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <translation>%1：%2 至 %3</translation>
    </message>
</context>
<context>
    <name>WorkFacts</name>
    <message>
        <source>Loop: %1.</source>
        <translation>循环：%1。</translation>
    </message>
    <message>
        <source>Varied: %1.</source>
        <translation>改变的设置：%1。</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
</context>
<context>
    <name>hareloom::ui</name>
    <message>
        <source>generation</source>
        <translation>代</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>expected, %1 learners</source>
        <translation>预测，%1 名学生</translation>
    </message>
    <message>
        <source>came, in their runs</source>
        <translation>实际结果，来自各自的运行</translation>
    </message>
    <message>
        <source>%1 · answers of %2 learners</source>
        <translation>%1 · %2 名学生的回答</translation>
    </message>
    <message>
        <source>%1 of %2 learners answered, and %3 were right.</source>
        <translation>%2 名学生中有 %1 名回答，%3 名答对。</translation>
    </message>
    <message>
        <source>%1: expected by %2, came in %3 runs.</source>
        <translation>%1：%2 名学生这样预测，%3 次运行如此。</translation>
    </message>
    <message>
        <source>No folder is given; choose the one to write to.</source>
        <translation>没有指定文件夹，请选择要写入的文件夹。</translation>
    </message>
    <message>
        <source>Several charts would be called %1; write {chart} into the name.</source>
        <translation>会有几张图表都叫 %1，请在文件名中写上 {chart}。</translation>
    </message>
    <message>
        <source>The folder %1 could not be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>%1 · seed %2 · Hareloom %3</source>
        <translation>%1 · 随机种子 %2 · Hareloom %3</translation>
    </message>
    <message>
        <source>%1: a figure can be written as .png, .svg or .pdf.</source>
        <translation>%1：图只能保存为 .png、.svg 或 .pdf 格式。</translation>
    </message>
    <message>
        <source>(%1 to %2)</source>
        <translation>（%1 至 %2）</translation>
    </message>
    <message>
        <source>from %1 in generation 0 to %2 in generation %3</source>
        <translation>从第 0 代的 %1 到第 %3 代的 %2</translation>
    </message>
    <message>
        <source>%1 did not change: %2 from generation 0 to generation %3.</source>
        <translation>%1：没有变化，从第 0 代到第 %3 代都是 %2。</translation>
    </message>
    <message>
        <source>%1 went %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>%1 fell %2.</source>
        <translation>%1：下降，%2。</translation>
    </message>
    <message>
        <source>in none of %1 chains</source>
        <translation>%1 条链中均未出现</translation>
    </message>
    <message>
        <source>not in this run</source>
        <translation>这次运行中没有出现</translation>
    </message>
    <message>
        <source>from generation %1</source>
        <translation>始于第 %1 代</translation>
    </message>
    <message>
        <source>in 1 of %1 chains (in generation %2)</source>
        <translation>%1 条链中有 1 条出现（第 %2 代）</translation>
    </message>
    <message>
        <source>in %1 of %2 chains (first in generation %3, last in %4)</source>
        <translation>%2 条链中有 %1 条出现（最早在第 %3 代，最晚在第 %4 代）</translation>
    </message>
    <message>
        <source>Early collapse %1; late collapse %2.</source>
        <translation>早期崩溃：%1；后期崩溃：%2。</translation>
    </message>
    <message>
        <source>chain %1 in generation %2: %3</source>
        <translation>链 %1 在第 %2 代：%3</translation>
    </message>
    <message>
        <source>%1 of %2 chains ended early, as %3</source>
        <translation>%2 条链中有 %1 条提前结束，例如%3</translation>
    </message>
    <message>
        <source>Early: the tails stay below %1 of generation 0&apos;s for %2 generations, or a group is lost; late: the spread below %3, or fewer than half of the groups left.</source>
        <translation>早期：尾部连续 %2 代低于第 0 代的 %1 倍，或者丢失了一个群；后期：离散程度低于 %3 倍，或者剩下的群不到一半。</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>The name holds &quot;%1&quot;; allowed in braces are %2.</source>
        <translation>文件名中有“%1”；花括号中只能用 %2。</translation>
    </message>
    <message>
        <source>The name is empty; write letters, digits or one of %1.</source>
        <translation>文件名是空的，请写上字母、数字，或者 %1 中的一个。</translation>
    </message>
    <message>
        <source>Bold: not the default.</source>
        <translation>粗体：不是默认值。</translation>
    </message>
    <message>
        <source>In brackets: the preset&apos;s value where it is another one.</source>
        <translation>括号中：预设实验的值（如有不同）。</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Generation %1</source>
        <translation>第 %1 代</translation>
    </message>
    <message>
        <source>Dotted: generation 0.</source>
        <translation>点线：第 0 代。</translation>
    </message>
    <message>
        <source>Dashed: %1.</source>
        <translation>虚线：%1。</translation>
    </message>
    <message>
        <source>Dash-dotted: the real data.</source>
        <translation>点划线：真实数据。</translation>
    </message>
    <message>
        <source>Diamonds: %1.</source>
        <translation>菱形：%1。</translation>
    </message>
    <message>
        <source>Line: median over the chains; band: from their 10% to their 90% point.</source>
        <translation>线：各链的中位数；色带：各链的 10% 到 90% 分位数。</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>From generation %1 to generation %2.</source>
        <translation>从第 %1 代到第 %2 代。</translation>
    </message>
    <message>
        <source>Real data</source>
        <translation>真实数据</translation>
    </message>
    <message>
        <source>Medians over %1 chains.</source>
        <translation>%1 条链的中位数。</translation>
    </message>
    <message>
        <source>The first %1 of %2 metrics; the others are in the table of all metrics.</source>
        <translation>这里是 %2 个指标中的前 %1 个，其余的见全部指标的表格。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>生成程序</translation>
    </message>
    <message>
        <source>Hareloom %1 on %2</source>
        <translation>Hareloom %1，运行于 %2</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Report by</source>
        <translation>报告程序</translation>
    </message>
    <message>
        <source>Untitled experiment</source>
        <translation>未命名实验</translation>
    </message>
    <message>
        <source>Values are medians over the chains.</source>
        <translation>数值是各链的中位数。</translation>
    </message>
    <message>
        <source>(preset: %1)</source>
        <translation>（预设实验：%1）</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>The stage</source>
        <translation>主图</translation>
    </message>
    <message>
        <source>What it writes</source>
        <translation>它写出的文字</translation>
    </message>
    <message>
        <source>Vital signs</source>
        <translation>指标曲线</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>What the variants differ in</source>
        <translation>各变体的不同之处</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>In this run: %1</source>
        <translation>这次运行：%1</translation>
    </message>
    <message>
        <source>%1: key · Hareloom %2</source>
        <translation>%1：答案 · Hareloom %2</translation>
    </message>
    <message>
        <source>%1: worksheet · Hareloom %2</source>
        <translation>%1：练习单 · Hareloom %2</translation>
    </message>
    <message>
        <source>share of images</source>
        <translation>图像占比</translation>
    </message>
    <message>
        <source>Class shares by generation</source>
        <translation>各代的类别占比</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <source>what it draws so far</source>
        <translation>它目前画出的图像</translation>
    </message>
    <message>
        <source>real images</source>
        <translation>真实图像</translation>
    </message>
    <message>
        <source>My text</source>
        <translation>我的文本</translation>
    </message>
    <message>
        <source>Each model starts from a small one that comes with the program and has read one dictionary in English, the Jargon Lexicon, and nothing else (setting Base model). It learns this text in %1 epochs, so generation 0 is rough already, and its words may be the dictionary&apos;s; compare the later generations with it, not with the text. Each model goes on from the text that it was trained on. A longer text and more epochs help, and so does a model that has read more: OPT-125m, from File &gt; Catalogue.</source>
        <translation>每个模型都从程序自带的一个小模型开始，它只读过一部英文词典，就是《黑客行话词典》（Jargon Lexicon），别的什么也没读过（见设置“基础模型”）。它用 %1 个训练轮学习这篇文本，所以第 0 代已经很粗糙，用的词也可能来自那部词典；请把后面各代与第 0 代比较，而不要与原文比较。每个模型都接着自己训练用的文本往下写。文本长一些、训练轮多一些会更好，换一个读过更多文本的模型也会更好，例如“文件 &gt; 资源目录”中的 OPT-125m。</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>About Hareloom</source>
        <translation>关于 Hareloom</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Hareloom %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;What gets lost when models are raised on models: a laboratory for model collapse. Every generation on the screen was really sampled and really fitted.&lt;/p&gt;&lt;p&gt;After Shumailov et al., “AI models collapse when trained on recursively generated data”, Nature 631, 755–759 (2024).&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Hareloom %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;当模型靠模型养大，会失去什么：一个研究模型崩溃的实验室。屏幕上的每一代都经过真实的采样和真实的拟合。&lt;/p&gt;&lt;p&gt;根据 Shumailov 等人的论文“AI models collapse when trained on recursively generated data”，Nature 631, 755–759 (2024)。&lt;/p&gt;&lt;p&gt;自由软件，采用 GNU 通用公共许可证第 3 版或更高版本。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>%1 real ones are kept</source>
        <translation>保留 %1 个真实样本</translation>
    </message>
    <message>
        <source>%1 real ones are new</source>
        <translation>新增 %1 个真实样本</translation>
    </message>
    <message>
        <source>%1 of earlier models are kept</source>
        <translation>保留早先模型的 %1 个样本</translation>
    </message>
    <message>
        <source>%1 %2 are drawn from generation %3&apos;s model</source>
        <translation>从第 %3 代的模型中抽取 %1 %2</translation>
    </message>
    <message>
        <source>%1; %2.</source>
        <translation>%1；%2。</translation>
    </message>
    <message>
        <source>They are all that generation %1 gets to see: the model that wrote them is put away.</source>
        <translation>第 %1 代能看到的只有它们：写出它们的模型已被放到一边。</translation>
    </message>
    <message>
        <source>These %1 %2 are all that generation %3 gets to see. %4 of them come from models.</source>
        <translation>第 %3 代能看到的只有这 %1 %2，其中来自模型的有 %4。</translation>
    </message>
    <message>
        <source>How generation %1 becomes generation %2</source>
        <translation>第 %1 代怎样变成第 %2 代</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>第 %1 代到第 %2 代</translation>
    </message>
    <message>
        <source>1 Draw</source>
        <translation>1 抽取</translation>
    </message>
    <message>
        <source>2 Only these</source>
        <translation>2 只有这些</translation>
    </message>
    <message>
        <source>3 Fit</source>
        <translation>3 拟合</translation>
    </message>
    <message>
        <source>4 Replace</source>
        <translation>4 替换</translation>
    </message>
    <message>
        <source>A new model is fitted to them.</source>
        <translation>用它们拟合一个新模型。</translation>
    </message>
    <message>
        <source>Generation %1&apos;s model takes its place. What the rows did not tell it, it does not know.</source>
        <translation>第 %1 代的模型取而代之。这些行没有告诉它的，它就不知道。</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>代</translation>
    </message>
    <message>
        <source>late collapse</source>
        <translation>后期崩溃</translation>
    </message>
    <message>
        <source>early collapse</source>
        <translation>早期崩溃</translation>
    </message>
    <message>
        <source>Copies of %1</source>
        <translation>%1 的副本</translation>
    </message>
    <message>
        <source>What is left of it after %1 copies of copies?</source>
        <translation>副本的副本，%1 代之后还剩下什么？</translation>
    </message>
    <message>
        <source>%1: it cannot be read as a list of at most 1 MB.</source>
        <translation>%1：无法读取；列表最大为 1 MB。</translation>
    </message>
    <message>
        <source>%1: %2 is neither a file nor a preset. Write a file&apos;s name, relative to the list, or the name of a preset.</source>
        <translation>%1：%2 既不是文件，也不是预设实验。请写文件名（相对于列表所在的位置），或者预设实验的名字。</translation>
    </message>
    <message>
        <source>%1: there is no experiment (*.json) and no session (*.hareloom) in it.</source>
        <translation>%1：其中没有实验（*.json），也没有会话（*.hareloom）。</translation>
    </message>
    <message>
        <source>Press Space to run</source>
        <translation>按空格键运行</translation>
    </message>
    <message>
        <source>Generation 0 is learning</source>
        <translation>第 0 代正在学习</translation>
    </message>
    <message>
        <source>The real data</source>
        <translation>真实数据</translation>
    </message>
    <message>
        <source>Generation 0 is learning from it.</source>
        <translation>第 0 代正在从中学习。</translation>
    </message>
    <message>
        <source>Generation 0 learns from it. Every generation after that learns from the one before.</source>
        <translation>第 0 代从中学习，此后每一代都向前一代学习。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>以及另外 %1 个</translation>
    </message>
    <message>
        <source>generation %1: %2</source>
        <translation>第 %1 代：%2</translation>
    </message>
    <message>
        <source>%1: %2%3.</source>
        <translation>%1：%2%3。</translation>
    </message>
    <message>
        <source>lost in generation</source>
        <translation>丢失于第几代</translation>
    </message>
    <message>
        <source>fitted on %1 real %2</source>
        <translation>由 %1 %2拟合，全部为真实数据</translation>
    </message>
    <message>
        <source>fitted on %1 generated %2</source>
        <translation>由 %1 %2拟合，全部为生成数据</translation>
    </message>
    <message>
        <source>fitted on %1 %3, %2 of them generated</source>
        <translation>由 %1 %3拟合，其中生成的有 %2</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>共 %1 代</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>训练轮</translation>
    </message>
    <message>
        <source>loss, %1</source>
        <translation>损失，%1</translation>
    </message>
    <message>
        <source>Epochs of training: %1. The loss went from %2 to %3 %4.</source>
        <translation>训练轮数：%1。损失从 %2 变到 %3 %4。</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>网格点</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>High</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Chains</source>
        <translation>链数</translation>
    </message>
    <message>
        <source>%1: nothing is measured yet.</source>
        <translation>%1：还没有测量结果。</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: least %2, greatest %3.</source>
        <translation>%1：最小 %2，最大 %3。</translation>
    </message>
    <message>
        <source>Late collapse: little of the original variety is left. Marked where the spread stays below %1 of generation 0&apos;s for %2 generations, or where fewer than half of the groups are left; withdrawn when the spread is above %3 again.</source>
        <translation>后期崩溃：原有的多样性所剩无几。离散程度连续 %2 代低于第 0 代的 %1 倍，或者剩下的群不到一半，就在那里标记；离散程度重新高于 %3 倍时撤销标记。</translation>
    </message>
    <message>
        <source>No fact in it can be checked.</source>
        <translation>其中没有可以核对的事实。</translation>
    </message>
    <message>
        <source>Its one fact is right.</source>
        <translation>其中唯一的事实是对的。</translation>
    </message>
    <message>
        <source>Its one fact is wrong.</source>
        <translation>其中唯一的事实是错的。</translation>
    </message>
    <message>
        <source>%1 of %2 facts are right.</source>
        <translation>%2 个事实中有 %1 个是对的。</translation>
    </message>
    <message>
        <source>%1: %2, not %3</source>
        <translation>%1：是 %2，不是 %3</translation>
    </message>
    <message>
        <source>What the guide says</source>
        <translation>图鉴原文</translation>
    </message>
    <message>
        <source>The guide says %1.</source>
        <translation>图鉴上写的是 %1。</translation>
    </message>
    <message>
        <source>It goes on from the same words again and again while it learns from the real text.</source>
        <translation>它一边向真实文本学习，一边反复从同样的开头往下写。</translation>
    </message>
    <message>
        <source>It has learned, and now writes the text that the next generation learns from.</source>
        <translation>它已经学完，正在写下一代要学习的文本。</translation>
    </message>
    <message>
        <source>The first %1 of %2 prompts.</source>
        <translation>%2 个提示中的前 %1 个。</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>测量值</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>10–90%</source>
        <translation>10–90%</translation>
    </message>
    <message>
        <source>25–75%</source>
        <translation>25–75%</translation>
    </message>
    <message>
        <source>± standard error</source>
        <translation>± 标准误</translation>
    </message>
    <message>
        <source>mean ± standard error</source>
        <translation>均值 ± 标准误</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>each chain</source>
        <translation>每条链</translation>
    </message>
    <message>
        <source>generation 0</source>
        <translation>第 0 代</translation>
    </message>
    <message>
        <source>real data</source>
        <translation>真实数据</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Keys of the window</source>
        <translation>窗口的快捷键</translation>
    </message>
    <message>
        <source>%1, generation %2</source>
        <translation>%1：第 %2 代</translation>
    </message>
    <message>
        <source>The sheet has no panels; tick the charts that belong on it.</source>
        <translation>组图中没有子图；请勾选要放进去的图表。</translation>
    </message>
    <message>
        <source>A sheet has at most %1 panels; %2 charts are ticked.</source>
        <translation>一张组图最多有 %1 个子图；现在勾选了 %2 个图表。</translation>
    </message>
    <message>
        <source>The axes of this figure cannot be set: ranges and titles are for one chart of a metric, or for a stage that has axes.</source>
        <translation>这幅图的坐标轴不能设置：范围和标题只适用于单个指标图表，或者有坐标轴的主图。</translation>
    </message>
    <message>
        <source>Legend: %1.</source>
        <translation>图例：%1。</translation>
    </message>
    <message>
        <source>What the sessions differ in</source>
        <translation>各会话的不同之处</translation>
    </message>
    <message>
        <source>The sessions side by side</source>
        <translation>各会话并排</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>参考文献</translation>
    </message>
    <message>
        <source>test error</source>
        <translation>测试误差</translation>
    </message>
    <message>
        <source>scatter around the line</source>
        <translation>直线周围的散布</translation>
    </message>
    <message>
        <source>modes left</source>
        <translation>剩下的模态</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>照抄</translation>
    </message>
    <message>
        <source>total variance</source>
        <translation>总方差</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>To open this moment in Hareloom, click or scan:</source>
        <translation>要在 Hareloom 中打开这一刻，请单击或扫描：</translation>
    </message>
    <message>
        <source>QR code of this address</source>
        <translation>这个地址的二维码</translation>
    </message>
    <message>
        <source>%1 stayed within %2% %3.</source>
        <translation>%1：变化始终在 %2% 以内%3。</translation>
    </message>
    <message>
        <source>%1 stayed within %2%, %3.</source>
        <translation>%1：变化始终在 %2% 以内，%3。</translation>
    </message>
    <message>
        <source>%1 ended where it began %2.</source>
        <translation>%1：最终回到起点%2。</translation>
    </message>
    <message>
        <source>%1 ended where it began, %2.</source>
        <translation>%1：最终回到起点，%2。</translation>
    </message>
    <message>
        <source>%1 ended within %2% of where it began %3.</source>
        <translation>%1：最终与起点相差不到 %2%%3。</translation>
    </message>
    <message>
        <source>%1 ended within %2% of where it began, %3.</source>
        <translation>%1：最终与起点相差不到 %2%，%3。</translation>
    </message>
    <message>
        <source>%1 rose by a factor of %2 %3.</source>
        <translation>%1：增大到原来的 %2 倍%3。</translation>
    </message>
    <message>
        <source>%1 rose by a factor of %2, %3.</source>
        <translation>%1：增大到原来的 %2 倍，%3。</translation>
    </message>
    <message>
        <source>%1 fell by a factor of %2 %3</source>
        <translation>%1：缩小为原来的 1/%2%3</translation>
    </message>
    <message>
        <source>%1 fell by a factor of %2, %3</source>
        <translation>%1：缩小为原来的 1/%2，%3</translation>
    </message>
    <message>
        <source>first below half in generation %1</source>
        <translation>第 %1 代首次低于一半</translation>
    </message>
    <message>
        <source>%1 (mean)</source>
        <translation>%1（均值）</translation>
    </message>
    <message>
        <source>In generation %1.</source>
        <translation>在第 %1 代。</translation>
    </message>
    <message>
        <source>Differences from the first variant</source>
        <translation>与第一个变体的差别</translation>
    </message>
    <message>
        <source>%1, %2 to %3 times in the real text</source>
        <translation>%1，在真实文本中出现 %2 至 %3 次</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, variable %2</source>
        <translation>%1，变量 %2</translation>
    </message>
    <message numerus="yes">
        <source>… %n line(s) above</source>
        <translation>
            <numerusform>… 上面还有 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %n line(s) below: turn the wheel</source>
        <translation>
            <numerusform>… 下面还有 %n 行：请转动滚轮</numerusform>
        </translation>
    </message>
    <message>
        <source>stops inventing</source>
        <translation>不再创新</translation>
    </message>
    <message>
        <source>early</source>
        <translation>早期</translation>
    </message>
    <message>
        <source>late</source>
        <translation>后期</translation>
    </message>
    <message>
        <source>It stops inventing: what it draws lies less than half as far from the rows that it learned from as in generation 0, in the mean. Shi et al. (arXiv 2509.16499) follow that distance as it falls and name no threshold; the half is ours. Marked at the first such generation, and not withdrawn.</source>
        <translation>不再创新：它画出的行离所学的行平均不到第 0 代的一半远。Shi 等人（arXiv 2509.16499）观察这个距离如何下降，没有给出阈值；一半是我们定的。标在第一个这样的代，不再撤回。</translation>
    </message>
    <message>
        <source>My text, counted</source>
        <translation>我的文本（计数）</translation>
    </message>
    <message>
        <source>Each model counts in the text before it which word follows which, and writes as much text by these counts; the next model counts in that. Nothing is trained, so many generations pass while one watches. Words that stand in the text once or twice go first. For a model that learns more than counts, open the text again.</source>
        <translation>每个模型在前一份文本里数出哪个词后面跟着哪个词，再照这些次数写出一样多的文本；下一个模型又在这份文本里数。什么都不用训练，所以看着看着就过去了许多代。文本里只出现一两次的词最先消失。想要一个不只会计数的模型，请再次打开这份文本。</translation>
    </message>
    <message>
        <source>Press Space to go on</source>
        <translation>按空格键继续</translation>
    </message>
    <message>
        <source>Early collapse: the tails, what is rare, are being lost, while averages may still look fine. Marked where they stay below %1 of generation 0&apos;s for %2 generations, or where a group is lost; withdrawn when they are above %3 again, and the variance is not below half: a narrow model that has drifted out there has no tails.</source>
        <translation>早期崩溃：尾部，也就是罕见的东西，正在丢失，而均值看上去可能还正常。尾部连续 %2 代低于第 0 代的 %1 倍，或者丢失了一个群，就在那里标记；尾部重新高于 %3 倍，而且方差不低于一半时撤销标记：漂移到那里的窄模型没有尾部。</translation>
    </message>
    <message>
        <source>%1% %2</source>
        <translation>%1% %2</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>自己</translation>
    </message>
    <message>
        <source>near %1</source>
        <translation>接近 %1</translation>
    </message>
    <message>
        <source>far along %1</source>
        <translation>沿 %1 越远越好</translation>
    </message>
    <message>
        <source>chosen by hand</source>
        <translation>手工选择</translation>
    </message>
    <message>
        <source>Learns from</source>
        <translation>向谁学习</translation>
    </message>
    <message>
        <source>Which models wrote the rows that this one learns from</source>
        <translation>这个模型学习的行是哪些模型写的</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::Actions</name>
    <message>
        <source>&amp;What do you expect?</source>
        <translation>你预测什么(&amp;W)？</translation>
    </message>
    <message>
        <source>Say what will become of this experiment before you see it</source>
        <translation>在看到结果之前，先说说这个实验会怎样</translation>
    </message>
    <message>
        <source>A lesson on paper, with or without the answers</source>
        <translation>印在纸上的课程，可带答案，也可不带</translation>
    </message>
    <message>
        <source>&amp;Answers of a class…</source>
        <translation>全班的回答(&amp;A)…</translation>
    </message>
    <message>
        <source>What learners expected, and what came of it</source>
        <translation>学生们的预测，以及实际的结果</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>课程(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;What am I looking at?</source>
        <translation>我看到的是什么(&amp;W)？</translation>
    </message>
    <message>
        <source>&amp;Documentation</source>
        <translation>文档(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation>术语表(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Hareloom</source>
        <translation>关于 Hareloom(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Gallery of experiments</source>
        <translation>实验库(&amp;G)</translation>
    </message>
    <message>
        <source>All experiments and recent sessions</source>
        <translation>全部实验和最近的会话</translation>
    </message>
    <message>
        <source>&amp;Open session or experiment…</source>
        <translation>打开会话或实验(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;running order…</source>
        <translation>打开演示顺序(&amp;R)…</translation>
    </message>
    <message>
        <source>A folder of experiments and sessions, one after another</source>
        <translation>一个文件夹里的实验和会话，依次打开</translation>
    </message>
    <message>
        <source>&amp;Next of the running order</source>
        <translation>演示顺序的下一项(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Back in the running order</source>
        <translation>演示顺序的上一项(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Save session</source>
        <translation>保存会话(&amp;S)</translation>
    </message>
    <message>
        <source>Save session &amp;as…</source>
        <translation>会话另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Vary settings…</source>
        <translation>参数扫描(&amp;V)…</translation>
    </message>
    <message>
        <source>Run the experiment at many values of a few settings</source>
        <translation>让几项设置取许多不同的值，逐一运行实验</translation>
    </message>
    <message>
        <source>Back to the s&amp;weep</source>
        <translation>返回扫描(&amp;W)</translation>
    </message>
    <message>
        <source>The picture of all points</source>
        <translation>所有网格点的总图</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>对比(&amp;C)</translation>
    </message>
    <message>
        <source>Compare with the run &amp;before</source>
        <translation>与上一次运行对比(&amp;B)</translation>
    </message>
    <message>
        <source>Compare &amp;with…</source>
        <translation>与其他运行对比(&amp;W)…</translation>
    </message>
    <message>
        <source>Other runs to put beside this one</source>
        <translation>选择其他运行，与这次运行并排显示</translation>
    </message>
    <message>
        <source>&amp;Other sessions…</source>
        <translation>其他会话(&amp;O)…</translation>
    </message>
    <message>
        <source>Close comparison</source>
        <translation>关闭对比</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Export e&amp;very chart…</source>
        <translation>导出所有图表(&amp;V)…</translation>
    </message>
    <message>
        <source>Export &amp;metrics…</source>
        <translation>导出指标(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Copy chart</source>
        <translation>复制图表(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;vital signs</source>
        <translation>复制指标曲线(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Hide what comes later</source>
        <translation>隐藏后来的各代(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Lock axes to generation 0</source>
        <translation>坐标轴固定为第 0 代(&amp;L)</translation>
    </message>
    <message>
        <source>Lo&amp;garithmic scale</source>
        <translation>对数刻度(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Present</source>
        <translation>演示(&amp;P)</translation>
    </message>
    <message>
        <source>Choose &amp;vital signs…</source>
        <translation>选择指标曲线(&amp;V)…</translation>
    </message>
    <message>
        <source>Show data &amp;table</source>
        <translation>显示数据表格(&amp;T)</translation>
    </message>
    <message>
        <source>Theme of the &amp;system</source>
        <translation>跟随系统主题(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>深色主题(&amp;D)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run or pause</source>
        <translation>运行或暂停</translation>
    </message>
    <message>
        <source>St&amp;ep</source>
        <translation>单步运行(&amp;E)</translation>
    </message>
    <message>
        <source>One more generation of each chain</source>
        <translation>每条链再运行一代</translation>
    </message>
    <message>
        <source>How the next generation comes from this one</source>
        <translation>看下一代怎样由这一代产生</translation>
    </message>
    <message>
        <source>&amp;What if from here on…</source>
        <translation>假如从这里改变(&amp;W)…</translation>
    </message>
    <message>
        <source>Go on from the generation shown with other settings, beside this run</source>
        <translation>从当前显示的这一代起改用别的设置继续，与本次运行并排</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Rese&amp;t</source>
        <translation>重置(&amp;T)</translation>
    </message>
    <message>
        <source>Back to the real data</source>
        <translation>回到真实数据</translation>
    </message>
    <message>
        <source>New &amp;seed</source>
        <translation>换随机种子(&amp;S)</translation>
    </message>
    <message>
        <source>Another seed, and run again</source>
        <translation>换一个随机种子，重新运行</translation>
    </message>
    <message>
        <source>&amp;Play generations</source>
        <translation>逐代播放(&amp;P)</translation>
    </message>
    <message>
        <source>Play through the generations</source>
        <translation>从头到尾逐代播放</translation>
    </message>
    <message>
        <source>Pa&amp;use at events</source>
        <translation>在事件处暂停(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>循环播放(&amp;L)</translation>
    </message>
    <message>
        <source>Play over and over</source>
        <translation>反复播放</translation>
    </message>
    <message>
        <source>&amp;Next generation</source>
        <translation>下一代(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;First generation</source>
        <translation>第一代(&amp;F)</translation>
    </message>
    <message>
        <source>Play t&amp;o here</source>
        <translation>播放到这里为止(&amp;O)</translation>
    </message>
    <message>
        <source>F&amp;aster</source>
        <translation>加快(&amp;A)</translation>
    </message>
    <message>
        <source>Open &amp;data…</source>
        <translation>打开数据(&amp;D)…</translation>
    </message>
    <message>
        <source>Ca&amp;talogue…</source>
        <translation>资源目录(&amp;T)…</translation>
    </message>
    <message>
        <source>Data that is fetched once and used offline</source>
        <translation>下载一次，以后离线使用的数据</translation>
    </message>
    <message>
        <source>Save e&amp;xperiment as…</source>
        <translation>实验另存为(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Recipe</source>
        <translation>配方(&amp;R)</translation>
    </message>
    <message>
        <source>Every setting of the experiment, beside the stage</source>
        <translation>在主图旁边显示实验的全部设置</translation>
    </message>
    <message>
        <source>Hold view</source>
        <translation>停住画面</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>重播</translation>
    </message>
    <message>
        <source>Play on</source>
        <translation>继续播放</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause the run and the view</source>
        <translation>暂停运行和画面</translation>
    </message>
    <message>
        <source>Hold the view; the run is finished</source>
        <translation>停住画面；运行已经完成</translation>
    </message>
    <message>
        <source>Play the finished run again</source>
        <translation>把已完成的运行重播一遍</translation>
    </message>
    <message>
        <source>Play the finished run on from here</source>
        <translation>从这里继续播放已完成的运行</translation>
    </message>
    <message>
        <source>Run the experiment</source>
        <translation>运行实验</translation>
    </message>
    <message>
        <source>Go on with the run</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>Hold the view</source>
        <translation>停住画面</translation>
    </message>
    <message>
        <source>Make a fi&amp;lm…</source>
        <translation>制作影片(&amp;L)…</translation>
    </message>
    <message>
        <source>The run as MP4, WebM, animated WebP or GIF</source>
        <translation>把运行制成 MP4、WebM、WebP 动画或 GIF</translation>
    </message>
    <message>
        <source>Export a &amp;page that plays…</source>
        <translation>导出可播放的网页(&amp;P)…</translation>
    </message>
    <message>
        <source>One file that plays the run in any browser</source>
        <translation>单个文件，在任何浏览器中都能播放这次运行</translation>
    </message>
    <message>
        <source>Open address…</source>
        <translation>打开地址…</translation>
    </message>
    <message>
        <source>An address of an experiment or of a moment in it, from a mail, a page or a slide</source>
        <translation>邮件、网页或幻灯片中的地址，指向一个实验或其中的某一时刻</translation>
    </message>
    <message>
        <source>Copy &amp;address of this moment</source>
        <translation>复制此刻的地址(&amp;A)</translation>
    </message>
    <message>
        <source>A line that opens this experiment at this generation in this view</source>
        <translation>一行文字，能在这一代、以这个视图打开本实验</translation>
    </message>
    <message>
        <source>Show address as &amp;QR code</source>
        <translation>用二维码显示地址(&amp;Q)</translation>
    </message>
    <message>
        <source>The address, to be scanned</source>
        <translation>可供扫描的地址</translation>
    </message>
    <message>
        <source>&amp;Command line</source>
        <translation>命令行(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Python (pandas, matplotlib)</source>
        <translation>&amp;Python（pandas、matplotlib）</translation>
    </message>
    <message>
        <source>&amp;R (ggplot2)</source>
        <translation>&amp;R（ggplot2）</translation>
    </message>
    <message>
        <source>&amp;LaTeX (pgfplots)</source>
        <translation>&amp;LaTeX（pgfplots）</translation>
    </message>
    <message>
        <source>Paragraph of &amp;methods</source>
        <translation>方法部分的段落(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;BibTeX of program and sources</source>
        <translation>程序和参考文献的 BibTeX(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Experiment as JSON</source>
        <translation>JSON 格式的实验(&amp;E)</translation>
    </message>
    <message>
        <source>R&amp;educed motion</source>
        <translation>减少动画(&amp;E)</translation>
    </message>
    <message>
        <source>Ne&amp;xt variant or chain</source>
        <translation>下一个变体或下一条链(&amp;X)</translation>
    </message>
    <message>
        <source>Light the&amp;me</source>
        <translation>浅色主题(&amp;M)</translation>
    </message>
    <message>
        <source>Run from the &amp;beginning</source>
        <translation>从头运行(&amp;B)</translation>
    </message>
    <message>
        <source>S&amp;how one step slowly</source>
        <translation>慢放一步(&amp;H)</translation>
    </message>
    <message>
        <source>Previous &amp;generation</source>
        <translation>上一代(&amp;G)</translation>
    </message>
    <message>
        <source>Last generat&amp;ion</source>
        <translation>最后一代(&amp;I)</translation>
    </message>
    <message>
        <source>Play fro&amp;m here</source>
        <translation>播放从这里开始(&amp;M)</translation>
    </message>
    <message>
        <source>Slowe&amp;r</source>
        <translation>减慢(&amp;R)</translation>
    </message>
    <message>
        <source>Pla&amp;y all generations</source>
        <translation>播放所有代(&amp;Y)</translation>
    </message>
    <message>
        <source>Hol&amp;d the view</source>
        <translation>停住画面(&amp;D)</translation>
    </message>
    <message>
        <source>Wor&amp;ksheet…</source>
        <translation>练习单(&amp;K)…</translation>
    </message>
    <message>
        <source>Present from the first ge&amp;neration</source>
        <translation>从第一代开始演示(&amp;N)</translation>
    </message>
    <message>
        <source>V&amp;ariant or chain before</source>
        <translation>上一个变体或上一条链(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Literature…</source>
        <translation>文献(&amp;L)…</translation>
    </message>
    <message>
        <source>Works on chains of models: what each found, and what is measured here</source>
        <translation>关于模型链的文献：各自发现了什么，这里测得什么</translation>
    </message>
    <message>
        <source>&amp;Choose what survives…</source>
        <translation>选择留下什么(&amp;C)…</translation>
    </message>
    <message>
        <source>Click the rows that the next generation learns from</source>
        <translation>点选下一代要学的行</translation>
    </message>
    <message>
        <source>Playing pauses where something is told</source>
        <translation>播放到有事可讲的地方就暂停</translation>
    </message>
    <message>
        <source>Open &amp;folder of images or texts…</source>
        <translation>打开图像或文本文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Learn the images (PNG, MNIST&apos;s files) or the texts of a folder</source>
        <translation>学习一个文件夹里的图像（PNG、MNIST 的文件）或文本</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::AddressController</name>
    <message>
        <source>Open an address</source>
        <translation>打开地址</translation>
    </message>
    <message>
        <source>The address, which begins with hareloom:</source>
        <translation>地址，以 hareloom: 开头</translation>
    </message>
    <message>
        <source>The address leads to generation %1, but this chain has ended with generation %2.</source>
        <translation>地址指向第 %1 代，但这条链到第 %2 代就结束了。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::AddressDialog</name>
    <message>
        <source>Changed settings</source>
        <translation>更改的设置</translation>
    </message>
    <message>
        <source>%1: %2 instead of %3</source>
        <translation>%1：%2（预设实验：%3）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>A branch: %1</source>
        <translation>分支：%1</translation>
    </message>
    <message>
        <source>Variants: %1 instead of %2</source>
        <translation>变体：%1 个（预设实验：%2 个）</translation>
    </message>
    <message>
        <source>generation %1</source>
        <translation>第 %1 代</translation>
    </message>
    <message>
        <source>chain %1</source>
        <translation>链 %1</translation>
    </message>
    <message>
        <source>variant %1</source>
        <translation>变体“%1”</translation>
    </message>
    <message>
        <source>Leads to: %1.</source>
        <translation>指向：%1。</translation>
    </message>
    <message>
        <source>Shown as: %1.</source>
        <translation>显示方式：%1。</translation>
    </message>
    <message>
        <source>Leads to: %1. Shown as: %2.</source>
        <translation>指向：%1。显示方式：%2。</translation>
    </message>
    <message>
        <source>The run could not be estimated</source>
        <translation>无法估算这次运行</translation>
    </message>
    <message>
        <source>Open an address</source>
        <translation>打开地址</translation>
    </message>
    <message>
        <source>This is the preset %1, unchanged.</source>
        <translation>这是预设实验“%1”，没有改动。</translation>
    </message>
    <message>
        <source>It changes the preset %1:</source>
        <translation>它更改了预设实验“%1”：</translation>
    </message>
    <message>
        <source>Counting what a run needs…</source>
        <translation>正在估算运行需要什么…</translation>
    </message>
    <message>
        <source>&amp;Run it</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Open without running</source>
        <translation>打开但不运行(&amp;O)</translation>
    </message>
    <message>
        <source>A run makes %1 generations in %2 chains. %3</source>
        <translation>一次运行有 %2 条链，总共 %1 代。%3</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::AnswerStage</name>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>coefficient</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>%1: coefficients</source>
        <translation>%1：系数</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>generation 0</source>
        <translation>第 0 代</translation>
    </message>
    <message>
        <source>generation %1</source>
        <translation>第 %1 代</translation>
    </message>
    <message>
        <source>coefficient, generation %1</source>
        <translation>系数，第 %1 代</translation>
    </message>
    <message>
        <source>coefficient, generation 0</source>
        <translation>系数，第 0 代</translation>
    </message>
    <message>
        <source>true coefficient</source>
        <translation>真实系数</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Coefficients</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>%1: true answer</source>
        <translation>%1：真实的回答</translation>
    </message>
    <message>
        <source>%1: answer of generation 0</source>
        <translation>%1：第 0 代的回答</translation>
    </message>
    <message>
        <source>%1: answer of this generation</source>
        <translation>%1：这一代的回答</translation>
    </message>
    <message>
        <source>size of the coefficients</source>
        <translation>系数的大小</translation>
    </message>
    <message>
        <source>this generation</source>
        <translation>这一代</translation>
    </message>
    <message>
        <source>right answers</source>
        <translation>正确的回答</translation>
    </message>
    <message>
        <source>as generation 0</source>
        <translation>与第 0 代相同</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>answer, generation %1</source>
        <translation>回答，第 %1 代</translation>
    </message>
    <message>
        <source>answer, generation 0</source>
        <translation>回答，第 0 代</translation>
    </message>
    <message>
        <source>true answer</source>
        <translation>真实的回答</translation>
    </message>
    <message>
        <source>%1: answers</source>
        <translation>%1：回答</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::Application</name>
    <message>
        <source>There is not enough memory for this. Save what you need, and close other programs.</source>
        <translation>内存不足，无法完成这项操作。请保存需要的内容，并关闭其他程序。</translation>
    </message>
    <message>
        <source>A fault in the program itself: %1. Save what you need, start again, and please report it.</source>
        <translation>程序本身出错：%1。请保存需要的内容，重新启动程序，并报告这个错误。</translation>
    </message>
    <message>
        <source>A fault in the program itself. Save what you need, start again, and please report it.</source>
        <translation>程序本身出错。请保存需要的内容，重新启动程序，并报告这个错误。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::BranchController</name>
    <message>
        <source>This is the last generation, and none follows it. Go back to an earlier one, and choose what is different from there on.</source>
        <translation>这是最后一代，后面没有别的代了。请回到较早的一代，再选择从那里起要改变什么。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::BranchDialog</name>
    <message>
        <source>Run the branch</source>
        <translation>运行分支</translation>
    </message>
    <message>
        <source>What if from here on?</source>
        <translation>假如从这里改变？</translation>
    </message>
    <message>
        <source>Generation 0 stays as it is. What should be different from generation 1 on?</source>
        <translation>第 0 代保持不变。从第 1 代起要改变什么？</translation>
    </message>
    <message>
        <source>Generations 0 to %1 stay as they are. What should be different from generation %2 on?</source>
        <translation>第 0 代到第 %1 代保持不变。从第 %2 代起要改变什么？</translation>
    </message>
    <message>
        <source>Main settings</source>
        <translation>主要设置</translation>
    </message>
    <message>
        <source>All that can change on the way</source>
        <translation>所有可以中途改变的设置</translation>
    </message>
    <message>
        <source>Nothing is changed yet</source>
        <translation>还没有改变任何设置</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::CatalogueDialog</name>
    <message>
        <source>&amp;Run the experiment</source>
        <translation>运行实验(&amp;R)</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>资源目录</translation>
    </message>
    <message>
        <source>Kept in %1, and used without a network from then on.</source>
        <translation>保存在 %1 中，以后使用不再需要网络。</translation>
    </message>
    <message>
        <source>%1 is here.</source>
        <translation>%1 已在本机。</translation>
    </message>
    <message>
        <source>“%1” needs %2.</source>
        <translation>“%1”需要 %2。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::CatalogueRow</name>
    <message>
        <source>%1 · licence %2</source>
        <translation>%1 · 许可证 %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>How much of %1 is here</source>
        <translation>%1 已下载的部分</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Remove %1 (%2) from this computer? It can be fetched again.</source>
        <translation>要从这台计算机上移除 %1（%2）吗？以后可以重新下载。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Checking, %1</source>
        <translation>正在校验，%1</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Go &amp;on</source>
        <translation>继续(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Get</source>
        <translation>下载(&amp;G)</translation>
    </message>
    <message>
        <source>Here, checked</source>
        <translation>已在本机，校验无误</translation>
    </message>
    <message>
        <source>%1 here</source>
        <translation>已下载 %1</translation>
    </message>
    <message>
        <source>Not here</source>
        <translation>未下载</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n s left</source>
        <translation>
            <numerusform>%1，还剩 %n 秒</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hareloom::ui::ChainsStage</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Chains</source>
        <translation>链</translation>
    </message>
    <message>
        <source>generation</source>
        <translation>代</translation>
    </message>
    <message>
        <source>chain %1</source>
        <translation>链 %1</translation>
    </message>
    <message>
        <source>median of %1 chains</source>
        <translation>%1 条链的中位数</translation>
    </message>
    <message>
        <source>5% to 95% of chains</source>
        <translation>5%–95% 的链</translation>
    </message>
    <message>
        <source>5 to 95%</source>
        <translation>5%–95%</translation>
    </message>
    <message>
        <source>25 to 75%</source>
        <translation>25%–75%</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>%1: %2 over %3 chains: median %4, %5 in generation 0; 90% of the chains from %6; %7 has %8.</source>
        <translation>%1：%3 条链的%2：中位数 %4，第 0 代为 %5；90% 的链在 %6 之间；%7 为 %8。</translation>
    </message>
    <message>
        <source>%1 over %2 chains</source>
        <translation>%2 条链的%1</translation>
    </message>
    <message>
        <source>5%</source>
        <translation>5%</translation>
    </message>
    <message>
        <source>25%</source>
        <translation>25%</translation>
    </message>
    <message>
        <source>75%</source>
        <translation>75%</translation>
    </message>
    <message>
        <source>95%</source>
        <translation>95%</translation>
    </message>
    <message>
        <source>chains</source>
        <translation>链数</translation>
    </message>
    <message>
        <source>generation %1</source>
        <translation>第 %1 代</translation>
    </message>
    <message>
        <source>median of %1</source>
        <translation>%1 条链的中位数</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::ClassDialog</name>
    <message>
        <source>Answers of a class</source>
        <translation>全班的回答</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一题(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一题(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Save picture…</source>
        <translation>保存图片(&amp;S)…</translation>
    </message>
    <message>
        <source>Save picture as</source>
        <translation>图片另存为</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>图片 (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::ClassStream</name>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>real</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>generation</source>
        <translation>代</translation>
    </message>
    <message>
        <source>share, generation %1</source>
        <translation>占比，第 %1 代</translation>
    </message>
    <message>
        <source>share, generation 0</source>
        <translation>占比，第 0 代</translation>
    </message>
    <message>
        <source>share, real data</source>
        <translation>占比，真实数据</translation>
    </message>
    <message>
        <source>generation (none: real data)</source>
        <translation>代（空：真实数据）</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::CompareColumn</name>
    <message>
        <source>What column %1 shows</source>
        <translation>第 %1 栏显示的内容</translation>
    </message>
    <message>
        <source>Remove this column</source>
        <translation>移除这一栏</translation>
    </message>
    <message>
        <source>Remove column %1</source>
        <translation>移除第 %1 栏</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::CompareStage</name>
    <message>
        <source>Stage of %1</source>
        <translation>主图：%1</translation>
    </message>
    <message>
        <source>Generation 0 is being fitted to the real data</source>
        <translation>正在用真实数据拟合第 0 代</translation>
    </message>
    <message>
        <source>Generation %1 of %2</source>
        <translation>第 %1 代，共 %2 代</translation>
    </message>
    <message>
        <source>Ends at generation %1, which stays</source>
        <translation>到第 %1 代结束，画面停在这一代</translation>
    </message>
    <message>
        <source>Has come to generation %1 of %2, which stays</source>
        <translation>已到第 %1 代（共 %2 代），画面停在这一代</translation>
    </message>
    <message>
        <source>The real data.</source>
        <translation>真实数据。</translation>
    </message>
    <message>
        <source>The real data. %1.</source>
        <translation>真实数据。%1。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::CompareView</name>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Add column</source>
        <translation>添加一栏</translation>
    </message>
    <message>
        <source>One more of what can be compared</source>
        <translation>再添加一个可对比的运行</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>选择对比对象</translation>
    </message>
    <message>
        <source>Other runs to put beside these</source>
        <translation>选择其他运行，与这些并排显示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Back to what was there (Esc)</source>
        <translation>回到先前的画面（Esc）</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Nothing has run yet.</source>
        <translation>还没有运行过。</translation>
    </message>
    <message>
        <source>Axes: generation 0 of %1</source>
        <translation>坐标轴：“%1”的第 0 代</translation>
    </message>
    <message>
        <source>Each has its own axes</source>
        <translation>各用各的坐标轴</translation>
    </message>
    <message>
        <source>The vertical axis is logarithmic: its range must begin above 0, or its scale be linear.</source>
        <translation>纵轴是对数坐标：范围必须从大于 0 的数开始，或者改用线性坐标。</translation>
    </message>
    <message>
        <source>The vertical axis cannot be logarithmic: this metric has no two different values above 0.</source>
        <translation>纵轴不能用对数坐标：这个指标没有两个大于 0 的不同的值。</translation>
    </message>
    <message>
        <source>%1 of %2 shown. %3</source>
        <translation>显示 %2 个中的 %1 个。%3</translation>
    </message>
    <message>
        <source>The list above each column has the others.</source>
        <translation>每一列上方的列表里有其余的。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::Comparison</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 holds no finished generation to compare.</source>
        <translation>%1 中没有已完成的代，无法对比。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::ComparisonController</name>
    <message>
        <source>Back to one</source>
        <translation>回到单个画面</translation>
    </message>
    <message>
        <source>The variants side by side</source>
        <translation>并排显示各变体</translation>
    </message>
    <message>
        <source>The run before beside this one</source>
        <translation>上一次运行与这次并排</translation>
    </message>
    <message>
        <source>Runs side by side</source>
        <translation>并排显示多次运行</translation>
    </message>
    <message>
        <source>Compare with sessions</source>
        <translation>与会话对比</translation>
    </message>
    <message>
        <source>Sessions (*.hareloom);;All files (*)</source>
        <translation>会话 (*.hareloom);;所有文件 (*)</translation>
    </message>
    <message>
        <source>There is nothing yet to put beside this run. Change a setting in the recipe and choose &quot;Run beside&quot;, or take another run.</source>
        <translation>还没有可以与这次运行并排的内容。请在配方中改变一项设置，再选择“并排运行”，或者另选一次运行。</translation>
    </message>
    <message>
        <source>There is no run before this one yet. Change a setting in the recipe and run again, or take another run.</source>
        <translation>这之前还没有别的运行。请在配方中改变一项设置再运行一次，或者另选一次运行。</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>上一次</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>这一次</translation>
    </message>
    <message>
        <source>One run alone cannot be compared; run the experiment first, or choose two sessions.</source>
        <translation>只有一次运行无法对比。请先运行实验，或者选择两个会话。</translation>
    </message>
    <message>
        <source>Four runs have room side by side: “%1” has given its place to “%2”. The list above each column has all of them.</source>
        <translation>最多并排显示四次运行：“%1”已让位给“%2”。每栏上方的列表里有全部运行。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::ComparisonMenu</name>
    <message>
        <source>Compare with</source>
        <translation>选择对比对象</translation>
    </message>
    <message>
        <source>No other run is recorded yet</source>
        <translation>还没有别的运行记录</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::CopyController</name>
    <message>
        <source>This run is in no file, and what is copied would read one. Save the session, and copy again.</source>
        <translation>这次运行还没有存成文件，而复制的内容需要读取文件。请先保存会话，再复制一次。</translation>
    </message>
    <message>
        <source>Copied. The code reads the automatic recording of this run, which is deleted some day. To keep it, save the session, and copy again.</source>
        <translation>已复制。这段代码读取这次运行的自动记录，而自动记录以后会被删除。要长期保留，请保存会话，再复制一次。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::CurveAnswer</name>
    <message>
        <source>Drag to draw, or press Up and Down, Left and Right. A value is asked for at the dotted lines: generations %1.</source>
        <translation>拖动鼠标画线，或者按上下左右方向键。点线处需要给出数值：第 %1 代。</translation>
    </message>
    <message>
        <source>Dashed: what you drew. Solid: what happened.</source>
        <translation>虚线：你画的。实线：实际发生的。</translation>
    </message>
    <message>
        <source>Draw on: a value is still missing at generation %1.</source>
        <translation>请继续画：第 %1 代还缺数值。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::CurveCanvas</name>
    <message>
        <source>Density to draw</source>
        <translation>要画的密度</translation>
    </message>
    <message>
        <source>Drag to draw the density; the right button erases. Keys: Left and Right choose a place, Up and Down raise and lower it, Delete takes it to zero.</source>
        <translation>拖动鼠标画出密度，右键擦除。按键：左右方向键选择位置，上下方向键升高或降低，Delete 键归零。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::CurvePaper</name>
    <message>
        <source>Curve to draw</source>
        <translation>要画的曲线</translation>
    </message>
    <message>
        <source>Drag from left to right to draw the curve. Keys: Left and Right choose a generation, Up and Down set the value there.</source>
        <translation>从左向右拖动鼠标画出曲线。按键：左右方向键选择代，上下方向键调整那里的数值。</translation>
    </message>
    <message>
        <source>Draw here what you expect</source>
        <translation>在这里画出你的预测</translation>
    </message>
    <message>
        <source>Generation %1: %2</source>
        <translation>第 %1 代：%2</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>还没有画</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::DataDialog</name>
    <message>
        <source>Take its values as &amp;states</source>
        <translation>把取值当作种类(&amp;S)</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Columns to use</source>
        <translation>要用的列</translation>
    </message>
    <message>
        <source>Each value is one of several kinds, as a name is, and no number to reckon with.</source>
        <translation>每个取值都是若干种类之一，就像名称一样，而不是用来计算的数。</translation>
    </message>
    <message>
        <source>Use this table</source>
        <translation>使用这个表格</translation>
    </message>
    <message>
        <source>First rows of the table</source>
        <translation>表格的前几行</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Columns to use</source>
        <translation>要用的列(&amp;C)</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>%1 (not all numbers)</source>
        <translation>%1（不全是数）</translation>
    </message>
    <message>
        <source>%1 (words)</source>
        <translation>%1（文字）</translation>
    </message>
    <message>
        <source>One row is not enough to fit a model on; at least two are needed.</source>
        <translation>只有一行不够拟合模型，至少需要两行。</translation>
    </message>
    <message>
        <source>%1 rows, all of them fit to use.</source>
        <translation>%1 行，全部可用。</translation>
    </message>
    <message>
        <source>Choose one or more columns.</source>
        <translation>请选择一列或多列。</translation>
    </message>
    <message>
        <source>Columns of words are states: choose one of them alone, or only columns of numbers.</source>
        <translation>文字列表示种类：请只选其中一列，或者只选数值列。</translation>
    </message>
    <message>
        <source>More than %1 rows; counting…</source>
        <translation>超过 %1 行；正在计数…</translation>
    </message>
    <message>
        <source>“Columns to use”</source>
        <translation>“要用的列”</translation>
    </message>
    <message>
        <source>What is left of these data when models learn from models?</source>
        <translation>模型一代代向模型学习，这些数据还能剩下什么？</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::DataTableDialog</name>
    <message>
        <source>Data table</source>
        <translation>数据表格</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>There is no chart with numbers yet.</source>
        <translation>还没有带数值的图表。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::DataTableView</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copies the selected rows, or all, with tabs between the cells</source>
        <translation>复制选中的行或全部行，单元格之间用制表符分隔</translation>
    </message>
    <message>
        <source>&amp;Save as CSV…</source>
        <translation>另存为 CSV(&amp;S)…</translation>
    </message>
    <message>
        <source>Data table</source>
        <translation>数据表格</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>已复制 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save data table</source>
        <translation>保存数据表格</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::DensityStage</name>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>density, generation %1</source>
        <translation>密度，第 %1 代</translation>
    </message>
    <message>
        <source>density, generation 0</source>
        <translation>密度，第 0 代</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>All generations</source>
        <translation>所有代</translation>
    </message>
    <message>
        <source>density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>1% below</source>
        <translation>下侧 1%</translation>
    </message>
    <message>
        <source>1% above</source>
        <translation>上侧 1%</translation>
    </message>
    <message>
        <source>↑ peak at %1</source>
        <translation>↑ 峰值 %1</translation>
    </message>
    <message>
        <source>This generation lies outside of generation 0&apos;s axis (%1 to %2)</source>
        <translation>这一代超出了第 0 代的坐标轴范围（%1 至 %2）</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>in the tails</source>
        <translation>落在尾部</translation>
    </message>
    <message>
        <source>generation 0</source>
        <translation>第 0 代</translation>
    </message>
    <message>
        <source>this generation</source>
        <translation>这一代</translation>
    </message>
    <message>
        <source>rows it generates</source>
        <translation>生成的数据行</translation>
    </message>
    <message>
        <source>real data</source>
        <translation>真实数据</translation>
    </message>
    <message>
        <source>true density</source>
        <translation>真实密度</translation>
    </message>
    <message>
        <source>share below</source>
        <translation>小于它的占比</translation>
    </message>
    <message>
        <source>%1: density</source>
        <translation>%1：密度</translation>
    </message>
    <message>
        <source>the models that it reads with</source>
        <translation>与它互相学习的模型</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::DeviceRow</name>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Where networks train. It is kept for all experiments on this machine.</source>
        <translation>神经网络在哪里训练。这台计算机上的所有实验都用这一选择。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::DifferencesTable</name>
    <message>
        <source>Setting that differs</source>
        <translation>不同的设置项</translation>
    </message>
    <message>
        <source>All settings are the same.</source>
        <translation>所有设置都相同。</translation>
    </message>
    <message>
        <source>%1,
mean of %2 chains</source>
        <translation>%1，
%2 条链的均值</translation>
    </message>
    <message>
        <source>Settings and measurements that differ</source>
        <translation>不同的设置和测量值</translation>
    </message>
    <message>
        <source>%1, generation %2</source>
        <translation>%1，第 %2 代</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::DiscreteFace</name>
    <message>
        <source>Surviving states</source>
        <translation>尚存的种类</translation>
    </message>
    <message>
        <source>Entropy (nats)</source>
        <translation>熵（奈特）</translation>
    </message>
    <message>
        <source>Largest probability</source>
        <translation>最大概率</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::DiscreteStage</name>
    <message>
        <source>Frequencies</source>
        <translation>频率</translation>
    </message>
    <message>
        <source>What is lost</source>
        <translation>丢失了什么</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>↑ up to %1</source>
        <translation>↑ 最高到 %1</translation>
    </message>
    <message>
        <source>states, most frequent in generation 0 first</source>
        <translation>种类，第 0 代最常见的在前</translation>
    </message>
    <message>
        <source>states, most frequent first</source>
        <translation>种类，最常见的在前</translation>
    </message>
    <message>
        <source>states</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>state %1</source>
        <translation>种类 %1</translation>
    </message>
    <message>
        <source>%1 states, ranks %2 to %3</source>
        <translation>%1 个种类，第 %2 名至第 %3 名</translation>
    </message>
    <message>
        <source>probability, generation %1</source>
        <translation>概率，第 %1 代</translation>
    </message>
    <message>
        <source>mean probability, generation %1</source>
        <translation>平均概率，第 %1 代</translation>
    </message>
    <message>
        <source>0, extinct</source>
        <translation>0，已消失</translation>
    </message>
    <message>
        <source>probability, generation 0</source>
        <translation>概率，第 0 代</translation>
    </message>
    <message>
        <source>mean probability, generation 0</source>
        <translation>平均概率，第 0 代</translation>
    </message>
    <message>
        <source>states alive</source>
        <translation>尚存的种类</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1: what is lost</source>
        <translation>%1：丢失了什么</translation>
    </message>
    <message>
        <source>%1: states</source>
        <translation>%1：种类</translation>
    </message>
    <message>
        <source>state</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>first rank</source>
        <translation>起始名次</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>last rank</source>
        <translation>末尾名次</translation>
    </message>
    <message>
        <source>most: %1</source>
        <translation>最多：%1</translation>
    </message>
    <message>
        <source>largest state</source>
        <translation>最大的种类</translation>
    </message>
    <message>
        <source>entropy, nats</source>
        <translation>熵（奈特）</translation>
    </message>
    <message>
        <source>generation 0</source>
        <translation>第 0 代</translation>
    </message>
    <message>
        <source>this generation</source>
        <translation>这一代</translation>
    </message>
    <message>
        <source>extinct</source>
        <translation>已消失</translation>
    </message>
    <message>
        <source>Each state&apos;s share of the rows becomes its probability.</source>
        <translation>每个种类在这些行中所占的比例，就成为它的概率。</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>以及另外 %1 个</translation>
    </message>
    <message>
        <source>Not among them, and so at 0: %1.</source>
        <translation>没有被抽到，概率因此变为 0：%1。</translation>
    </message>
    <message>
        <source>a state that all chains have lost</source>
        <translation>所有链都已丢失的种类</translation>
    </message>
    <message>
        <source>some chain has it still</source>
        <translation>还有链保留着它</translation>
    </message>
    <message>
        <source>expected count in a generation of real rows</source>
        <translation>一代真实数据里的期望次数</translation>
    </message>
    <message>
        <source>lifetime, generations</source>
        <translation>寿命（代）</translation>
    </message>
    <message>
        <source>chains that have it still</source>
        <translation>还保留着它的链</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1／%2</translation>
    </message>
    <message>
        <source>%1: lifetimes of states</source>
        <translation>%1：种类的寿命</translation>
    </message>
    <message>
        <source>Lifetimes</source>
        <translation>寿命</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::Documentation</name>
    <message>
        <source>Documentation</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Find in all pages</source>
        <translation>在所有页面中查找</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>上一个(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一个(&amp;N)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::DrawnImagesStage</name>
    <message>
        <source>Beside the nearest</source>
        <translation>与最近的对照</translation>
    </message>
    <message>
        <source>Beside generation 0</source>
        <translation>与第 0 代对照</translation>
    </message>
    <message>
        <source>left: this generation; right: generation 0 from the same noise</source>
        <translation>左：这一代；右：第 0 代用同样的噪声画的</translation>
    </message>
    <message>
        <source>left: drawn; right: the nearest image that it learned from</source>
        <translation>左：画出来的；右：所学的图像里最近的一张</translation>
    </message>
    <message>
        <source>drawn by this generation</source>
        <translation>这一代画的</translation>
    </message>
    <message>
        <source>drawn by generation 0</source>
        <translation>第 0 代画的</translation>
    </message>
    <message>
        <source>nearest that it learned from</source>
        <translation>所学的里面最近的</translation>
    </message>
    <message>
        <source>image %1</source>
        <translation>第 %1 张图像</translation>
    </message>
    <message>
        <source>root mean square to the nearest</source>
        <translation>与最近一张的均方根差</translation>
    </message>
    <message>
        <source>mean tone</source>
        <translation>平均色调</translation>
    </message>
    <message>
        <source>%1: images</source>
        <translation>%1：图像</translation>
    </message>
    <message>
        <source>image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>distance to the nearest that it learned from</source>
        <translation>到所学的里面最近一张的距离</translation>
    </message>
    <message>
        <source>generation %1&apos;s model</source>
        <translation>第 %1 代的模型</translation>
    </message>
    <message>
        <source>squared error of the noise</source>
        <translation>噪声的平方误差</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>%2 幅图像中的 %1 幅</translation>
    </message>
    <message>
        <source>A new network learns to take the noise off them. %1</source>
        <translation>一个新的网络学习去掉它们的噪声。%1</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::DrawnPointsPage</name>
    <message>
        <source>drawn by this generation, from the same noise</source>
        <translation>这一代从同样的噪声画出</translation>
    </message>
    <message>
        <source>distance to the nearest row that it learned from</source>
        <translation>到所学的最近一行的距离</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::DrawnPointsStage</name>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Rows and copies</source>
        <translation>行与照抄</translation>
    </message>
    <message>
        <source>distance to the nearest row learned from</source>
        <translation>到所学的最近一行的距离</translation>
    </message>
    <message>
        <source>drawn by generation 0</source>
        <translation>第 0 代画的</translation>
    </message>
    <message>
        <source>by this generation, from the same noise</source>
        <translation>这一代用同样的噪声画的</translation>
    </message>
    <message>
        <source>to the nearest row that it learned from</source>
        <translation>到所学的最近一行</translation>
    </message>
    <message>
        <source>drawn row</source>
        <translation>画出来的行</translation>
    </message>
    <message>
        <source>nearest row learned from</source>
        <translation>所学的最近一行</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>%1: rows and the nearest that were learned from</source>
        <translation>%1：画出来的行和所学的最近一行</translation>
    </message>
    <message>
        <source>%1, nearest</source>
        <translation>%1，最近的</translation>
    </message>
    <message>
        <source>squared error of the noise</source>
        <translation>噪声的平方误差</translation>
    </message>
    <message>
        <source>A new network learns to take the noise off them. %1</source>
        <translation>一个新的网络学习去掉它们的噪声。%1</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::DrawnSource</name>
    <message>
        <source>Drag to draw, right button to erase, arrow keys to shape.</source>
        <translation>拖动鼠标画线，右键擦除，方向键微调。</translation>
    </message>
    <message numerus="yes">
        <source>%n points. Click or drag to set more, right button to erase; arrows and Return.</source>
        <translation>
            <numerusform>%n 个点。单击或拖动鼠标添加，右键擦除；也可用方向键和回车键。</numerusform>
        </translation>
    </message>
    <message>
        <source>drawing</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>A curve of your own</source>
        <translation>你自己画的曲线</translation>
    </message>
    <message>
        <source>Points of your own</source>
        <translation>你自己画的点</translation>
    </message>
    <message>
        <source>What is left of what you drew when models learn from models?</source>
        <translation>模型一代代向模型学习，你画的图形还能剩下什么？</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::EnlargedVital</name>
    <message>
        <source>&amp;Chart</source>
        <translation>图表(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>数据(&amp;D)</translation>
    </message>
    <message>
        <source>Automatic axis</source>
        <translation>自动坐标轴</translation>
    </message>
    <message>
        <source>Linear axis</source>
        <translation>线性坐标轴</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>对数坐标轴</translation>
    </message>
    <message>
        <source>Vertical axis</source>
        <translation>纵轴</translation>
    </message>
    <message>
        <source>&amp;Whole chart</source>
        <translation>完整图表(&amp;W)</translation>
    </message>
    <message>
        <source>Ends zooming (a double click, or 0)</source>
        <translation>取消缩放（双击，或按 0）</translation>
    </message>
    <message>
        <source>Co&amp;py as picture</source>
        <translation>复制为图片(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Wheel zooms, drag pans, click shows the generation.</source>
        <translation>滚轮缩放，拖动平移，单击显示那一代。</translation>
    </message>
    <message>
        <source>Generation %1</source>
        <translation>第 %1 代</translation>
    </message>
    <message>
        <source>&amp;Formula</source>
        <translation>公式(&amp;F)</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::ExportController</name>
    <message>
        <source>stage</source>
        <translation>主图</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>The current chart</source>
        <translation>当前图表</translation>
    </message>
    <message>
        <source>A report on one page</source>
        <translation>单页报告</translation>
    </message>
    <message>
        <source>Prompts, answers and passages of this chain</source>
        <translation>这条链的提示、回答和段落</translation>
    </message>
    <message>
        <source>The metrics shown, of this chain</source>
        <translation>这条链显示的指标</translation>
    </message>
    <message>
        <source>All metrics of all chains</source>
        <translation>所有链的全部指标</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>要导出的内容</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>内容(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>第几代</translation>
    </message>
    <message>
        <source>&amp;Generation</source>
        <translation>第几代(&amp;G)</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>毫米</translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation>分辨率(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>尺寸(&amp;S)</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Name of the files</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>In braces: %1. Chains count from 0, as in the tables.</source>
        <translation>花括号中可用：%1。链从 0 开始编号，与表格一致。</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>文件名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Open fol&amp;der</source>
        <translation>打开文件夹(&amp;D)</translation>
    </message>
    <message>
        <source>PNG, a picture of pixels</source>
        <translation>PNG，像素图片</translation>
    </message>
    <message>
        <source>SVG, for the web and for drawing programs</source>
        <translation>SVG，用于网页和绘图程序</translation>
    </message>
    <message>
        <source>PDF, for print</source>
        <translation>PDF，用于打印</translation>
    </message>
    <message>
        <source>HTML, one file for a browser</source>
        <translation>HTML，可用浏览器打开的单个文件</translation>
    </message>
    <message>
        <source>CSV, a table</source>
        <translation>CSV，表格</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
    <message>
        <source>This many pixels are too many for one picture; at most 100 million are allowed.</source>
        <translation>一张图片容不下这么多像素，最多允许 1 亿像素。</translation>
    </message>
    <message>
        <source>Folder to write to</source>
        <translation>写入的文件夹</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换文件</translation>
    </message>
    <message>
        <source>%1 is there already. Replace it? This cannot be undone.</source>
        <translation>%1 已经存在。要替换它吗？此操作无法撤销。</translation>
    </message>
    <message>
        <source>%1 of the files are there already. Replace them? This cannot be undone.</source>
        <translation>其中 %1 个文件已经存在。要替换它们吗？此操作无法撤销。</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>%1 files are written; then: %2</source>
        <translation>已写入 %1 个文件，随后出错：%2</translation>
    </message>
    <message>
        <source>Written: %1 (%2).</source>
        <translation>已写入：%1（%2）。</translation>
    </message>
    <message>
        <source>Written: %1 files (%2) in %3.</source>
        <translation>已写入：%1 个文件（%2），位于 %3。</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… 以及另外 %1 个</translation>
    </message>
    <message>
        <source>It is there already.</source>
        <translation>该文件已经存在。</translation>
    </message>
    <message>
        <source>They are there already.</source>
        <translation>这些文件都已存在。</translation>
    </message>
    <message>
        <source>One of these is there already.</source>
        <translation>其中一个文件已经存在。</translation>
    </message>
    <message>
        <source>%1 of these are there already.</source>
        <translation>其中 %1 个文件已经存在。</translation>
    </message>
    <message>
        <source>What each generation writes,
prompt by prompt</source>
        <translation>每一代写出的文字，
逐条提示列出</translation>
    </message>
    <message>
        <source>chain, generation, metric, value:
a line each; chains count from 0,
so that the window&apos;s chain 1 is 0</source>
        <translation>链、代、指标、数值：
每项一行；链从 0 开始编号，
窗口中的链 1 在这里是 0</translation>
    </message>
    <message>
        <source>Panels on one sheet</source>
        <translation>由多个子图组成的组图</translation>
    </message>
    <message>
        <source>A report that compares the sessions</source>
        <translation>对比各会话的报告</translation>
    </message>
    <message>
        <source>Loo&amp;k</source>
        <translation>外观(&amp;K)</translation>
    </message>
    <message>
        <source>A&amp;xes</source>
        <translation>坐标轴(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>子图(&amp;P)</translation>
    </message>
    <message>
        <source>Question and story, what happened,
stage, charts, metrics, settings
and sources</source>
        <translation>问题和故事、发生了什么、
主图、图表、指标、设置
和参考文献</translation>
    </message>
    <message>
        <source>Nothing can be drawn so.</source>
        <translation>这样设置画不出图。</translation>
    </message>
    <message numerus="yes">
        <source>Every chart (%n)</source>
        <translation>
            <numerusform>所有图表（%n）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hareloom::ui::FamilyRail</name>
    <message>
        <source>Experiments with the %1 family</source>
        <translation>模型族“%1”的实验</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::FieldControl</name>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>%1 It stays at %2.</source>
        <translation>%1 仍保持为 %2。</translation>
    </message>
    <message>
        <source>%1 differs from the preset; back to %2</source>
        <translation>%1：与预设实验不同；恢复为 %2</translation>
    </message>
    <message>
        <source>Set by variants: %1.</source>
        <translation>由变体设定：%1。</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::FigureAxes</name>
    <message>
        <source>Range of the horizontal axis</source>
        <translation>横轴的范围</translation>
    </message>
    <message>
        <source>from:to, as 0:50</source>
        <translation>起止值，如 0:50</translation>
    </message>
    <message>
        <source>Title of the horizontal axis</source>
        <translation>横轴的标题</translation>
    </message>
    <message>
        <source>its own</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Range of the vertical axis</source>
        <translation>纵轴的范围</translation>
    </message>
    <message>
        <source>from:to</source>
        <translation>起止值，用 : 隔开</translation>
    </message>
    <message>
        <source>Title of the vertical axis</source>
        <translation>纵轴的标题</translation>
    </message>
    <message>
        <source>Horizontal range</source>
        <translation>横轴范围</translation>
    </message>
    <message>
        <source>Horizontal title</source>
        <translation>横轴标题</translation>
    </message>
    <message>
        <source>Vertical range</source>
        <translation>纵轴范围</translation>
    </message>
    <message>
        <source>Vertical title</source>
        <translation>纵轴标题</translation>
    </message>
    <message>
        <source>Its own</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Scale of the vertical axis</source>
        <translation>纵轴的刻度</translation>
    </message>
    <message>
        <source>Vertical scale</source>
        <translation>纵轴刻度</translation>
    </message>
    <message>
        <source>Horizontal axis: %1</source>
        <translation>横轴：%1</translation>
    </message>
    <message>
        <source>Vertical axis: %1</source>
        <translation>纵轴：%1</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::FigureLook</name>
    <message>
        <source>&amp;Heading</source>
        <translation>标题(&amp;H)</translation>
    </message>
    <message>
        <source>Which generation a stage shows; the title of a chart</source>
        <translation>主图显示的是第几代；图表的标题</translation>
    </message>
    <message>
        <source>F&amp;acts</source>
        <translation>数值(&amp;A)</translation>
    </message>
    <message>
        <source>The numbers beside a stage&apos;s heading</source>
        <translation>主图标题旁边的数值</translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <translation>图例(&amp;L)</translation>
    </message>
    <message>
        <source>What lines, dots and bands are</source>
        <translation>线、点和色带各表示什么</translation>
    </message>
    <message>
        <source>So&amp;urce</source>
        <translation>出处(&amp;U)</translation>
    </message>
    <message>
        <source>Title, seed and version below the figure; they are in the file in any case</source>
        <translation>在图的下方写出标题、随机种子和版本；无论是否显示，文件中都有这些信息</translation>
    </message>
    <message>
        <source>Log &amp;x</source>
        <translation>横轴取对数(&amp;X)</translation>
    </message>
    <message>
        <source>Charts of metrics: generations from 1 on, on a logarithmic axis</source>
        <translation>指标图表：从第 1 代起，使用对数坐标轴</translation>
    </message>
    <message>
        <source>&amp;Outlines</source>
        <translation>文字转轮廓(&amp;O)</translation>
    </message>
    <message>
        <source>Words as outlines of their letters: they look the same everywhere, and can no longer be edited or found</source>
        <translation>把文字变成字形轮廓：在哪里看都一样，但不能再编辑或查找</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Paper: axes and legend</source>
        <translation>论文：坐标轴和图例</translation>
    </message>
    <message>
        <source>Own choice</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>样式</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Font size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Of labels and legends; a heading grows with them</source>
        <translation>标签和图例的字号；标题随之变大</translation>
    </message>
    <message>
        <source>&amp;Style</source>
        <translation>样式(&amp;S)</translation>
    </message>
    <message>
        <source>Median, 10–90%</source>
        <translation>中位数，10–90%</translation>
    </message>
    <message>
        <source>Median, quartiles</source>
        <translation>中位数，四分位数</translation>
    </message>
    <message>
        <source>Mean ± standard error</source>
        <translation>均值 ± 标准误</translation>
    </message>
    <message>
        <source>Median, every chain</source>
        <translation>中位数，每条链</translation>
    </message>
    <message>
        <source>Chains</source>
        <translation>链</translation>
    </message>
    <message>
        <source>&amp;Chains</source>
        <translation>链(&amp;C)</translation>
    </message>
    <message>
        <source>A paper&apos;s column, 85 mm</source>
        <translation>论文单栏，85 mm</translation>
    </message>
    <message>
        <source>A paper&apos;s page, 178 mm</source>
        <translation>论文通栏，178 mm</translation>
    </message>
    <message>
        <source>A slide, 16 to 9</source>
        <translation>幻灯片，16:9</translation>
    </message>
    <message>
        <source>The window&apos;s (%1)</source>
        <translation>与窗口相同（%1）</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>&amp;Typeface</source>
        <translation>字体(&amp;T)</translation>
    </message>
    <message>
        <source>The window&apos;s colours</source>
        <translation>与窗口相同的颜色</translation>
    </message>
    <message>
        <source>For colour blindness</source>
        <translation>适合色盲读者</translation>
    </message>
    <message>
        <source>Greys</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Width of lines</source>
        <translation>线宽</translation>
    </message>
    <message>
        <source>The width of a chart&apos;s lines; other lines, dots and gaps grow with them</source>
        <translation>图表中曲线的宽度；其他线条、点和间隔随之变化</translation>
    </message>
    <message>
        <source>Colou&amp;rs, lines</source>
        <translation>颜色、线宽(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;QR code</source>
        <translation>二维码(&amp;Q)</translation>
    </message>
    <message>
        <source>The address of what the figure shows, to be scanned and opened; there is none where the data are a file of your own</source>
        <translation>图中所示时刻的地址，扫一扫就能打开；数据来自您自己的文件时没有</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::FileController</name>
    <message>
        <source>%1: the name seems to hold bytes that are no UTF-8, which a file dialog cannot hand on; rename the file, or give it to the program on the command line.</source>
        <translation>%1：文件名似乎含有不是 UTF-8 的字节，文件对话框无法传递。请给文件改名，或者在命令行上把它交给本程序。</translation>
    </message>
    <message>
        <source>%1: there is no such file, and no preset of that name.</source>
        <translation>%1：没有这个文件，也没有叫这个名字的预设实验。</translation>
    </message>
    <message>
        <source>%1 is a pipe or a device; open a file.</source>
        <translation>%1 是管道或设备，请打开一个文件。</translation>
    </message>
    <message>
        <source>%1 is a folder without images (*.png, or MNIST&apos;s files) and texts (*.txt, *.md, *.tokens, *.raw); open a session (*.hareloom) or an experiment (*.json) in it.</source>
        <translation>文件夹 %1 中既没有图像（*.png 或 MNIST 的文件），也没有文本（*.txt、*.md、*.tokens、*.raw）。请打开其中的会话（*.hareloom）或实验（*.json）。</translation>
    </message>
    <message>
        <source>%1: the name holds bytes that are no UTF-8, and an experiment could not hold it; rename it.</source>
        <translation>%1：文件名含有不是 UTF-8 的字节，无法写进实验中。请给它改名。</translation>
    </message>
    <message>
        <source>%1 is too large to be an experiment; at most 16 MB are read.</source>
        <translation>%1 太大，不可能是实验；最多读取 16 MB。</translation>
    </message>
    <message>
        <source>%1: the file is empty.</source>
        <translation>%1：文件是空的。</translation>
    </message>
    <message>
        <source>Open session or experiment</source>
        <translation>打开会话或实验</translation>
    </message>
    <message>
        <source>Sessions, experiments and tables (*.hareloom *.json *.csv *.tsv *.txt *.dat *.order);;Sessions (*.hareloom);;Experiments (*.json);;All files (*)</source>
        <translation>会话、实验和表格 (*.hareloom *.json *.csv *.tsv *.txt *.dat *.order);;会话 (*.hareloom);;实验 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open data</source>
        <translation>打开数据</translation>
    </message>
    <message>
        <source>Tables, texts and images (*.csv *.tsv *.txt *.dat *.md *.tokens *.raw *-ubyte *-ubyte.gz);;All files (*)</source>
        <translation>表格、文本和图像 (*.csv *.tsv *.txt *.dat *.md *.tokens *.raw *-ubyte *-ubyte.gz);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 is not a file on this computer.</source>
        <translation>%1 不是这台计算机上的文件。</translation>
    </message>
    <message>
        <source>Open folder of images or texts</source>
        <translation>打开图像或文本文件夹</translation>
    </message>
    <message>
        <source>Count &amp;n-grams</source>
        <translation>改用 n 元组计数(&amp;N)</translation>
    </message>
    <message>
        <source>A language model learns this text, which takes minutes. n-grams only count which word follows which: a hundred generations in a moment.</source>
        <translation>语言模型学习这份文本，需要几分钟。n 元组只数哪个词后面跟着哪个词：一百代只要一会儿。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::FilmController</name>
    <message>
        <source>The stage: %1</source>
        <translation>主图：%1</translation>
    </message>
    <message>
        <source>The whole window</source>
        <translation>整个窗口</translation>
    </message>
    <message>
        <source>The comparison of %1</source>
        <translation>%1 栏的对比</translation>
    </message>
    <message>
        <source>End the film?</source>
        <translation>停止制作影片吗？</translation>
    </message>
    <message>
        <source>A film is being made. If the window closes now, nothing of it is left.</source>
        <translation>正在制作影片。如果现在关闭窗口，影片就什么也不会留下。</translation>
    </message>
    <message>
        <source>&amp;End the film</source>
        <translation>停止制作(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Keep making it</source>
        <translation>继续制作(&amp;K)</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::FilmDialog</name>
    <message>
        <source>The first generation is after the last one.</source>
        <translation>起始的一代晚于最后一代。</translation>
    </message>
    <message>
        <source>Choose a folder to write to.</source>
        <translation>请选择写入的文件夹。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>Folder to write to</source>
        <translation>写入的文件夹</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换文件</translation>
    </message>
    <message>
        <source>%1 is there already. Replace it? This cannot be undone.</source>
        <translation>%1 已经存在。要替换它吗？此操作无法撤销。</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>The folder %1 could not be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>The film is being made: %1%. The window goes on meanwhile.</source>
        <translation>正在制作影片：%1%。这期间窗口可以照常使用。</translation>
    </message>
    <message>
        <source>The film is being made: %1%, %2 seconds left. The window goes on meanwhile.</source>
        <translation>正在制作影片：%1%，还剩 %2 秒。这期间窗口可以照常使用。</translation>
    </message>
    <message>
        <source>Written: %1 (%2, %3 seconds).</source>
        <translation>已写入：%1（%2，%3 秒）。</translation>
    </message>
    <message>
        <source>Stopped. Nothing of the film is left.</source>
        <translation>已停止，没有留下影片文件。</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>How much of the film is made</source>
        <translation>影片制作进度</translation>
    </message>
    <message>
        <source>What to film</source>
        <translation>影片的内容</translation>
    </message>
    <message>
        <source>MP4, for slides and every player</source>
        <translation>MP4，用于幻灯片和各种播放器</translation>
    </message>
    <message>
        <source>WebM, for the web</source>
        <translation>WebM，用于网页</translation>
    </message>
    <message>
        <source>Animated WebP, a picture that moves, for the web</source>
        <translation>动态 WebP，会动的图片，用于网页</translation>
    </message>
    <message>
        <source>GIF, a picture that moves, where nothing else is taken</source>
        <translation>GIF，会动的图片，用于不支持其他格式的地方</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>内容(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>First generation</source>
        <translation>从第几代开始</translation>
    </message>
    <message>
        <source>Last generation</source>
        <translation>到第几代结束</translation>
    </message>
    <message>
        <source>Every how many generations</source>
        <translation>每几代取一代</translation>
    </message>
    <message>
        <source>1: every generation, 5: every fifth</source>
        <translation>1：每一代都取；5：每 5 代取一代</translation>
    </message>
    <message>
        <source>Generations a second</source>
        <translation>每秒显示的代数</translation>
    </message>
    <message>
        <source> generations a second</source>
        <translation> 代/秒</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source> frames a second</source>
        <translation> 帧/秒</translation>
    </message>
    <message>
        <source>&amp;Glide from one generation to the next</source>
        <translation>各代之间平滑过渡(&amp;G)</translation>
    </message>
    <message>
        <source>As the window does. Without it each generation stands until the next one comes.</source>
        <translation>与窗口中一样。不选时，每一代停住不动，直到下一代出现。</translation>
    </message>
    <message>
        <source>Seconds that the first generation stands still</source>
        <translation>起始的一代静止的秒数</translation>
    </message>
    <message>
        <source>Seconds that the last generation stands still</source>
        <translation>最后一代静止的秒数</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Ge&amp;nerations</source>
        <translation>代(&amp;N)</translation>
    </message>
    <message>
        <source>every</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>S&amp;peed</source>
        <translation>速度(&amp;P)</translation>
    </message>
    <message>
        <source>Stan&amp;ds still</source>
        <translation>静止(&amp;D)</translation>
    </message>
    <message>
        <source>at first</source>
        <translation>在开头</translation>
    </message>
    <message>
        <source>in the end</source>
        <translation>在结尾</translation>
    </message>
    <message>
        <source>Another size</source>
        <translation>其他尺寸</translation>
    </message>
    <message>
        <source>Usual sizes</source>
        <translation>常用尺寸</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>宽度（像素）</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>高度（像素）</translation>
    </message>
    <message>
        <source>As the window is</source>
        <translation>与窗口相同</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>尺寸(&amp;Z)</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>主题(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Title and number of the generation</source>
        <translation>标题和第几代(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Charts</source>
        <translation>图表(&amp;C)</translation>
    </message>
    <message>
        <source>What is to&amp;ld</source>
        <translation>讲述(&amp;L)</translation>
    </message>
    <message>
        <source>What happened in the run, in a sentence, as each thing happens</source>
        <translation>运行中每发生一件事，就用一句话讲述</translation>
    </message>
    <message>
        <source>With</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>In braces: %1.</source>
        <translation>花括号中可用：%1。</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>N&amp;ame</source>
        <translation>文件名(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Make the film</source>
        <translation>制作影片(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Open folde&amp;r</source>
        <translation>打开文件夹(&amp;R)</translation>
    </message>
    <message numerus="yes">
        <source>at this speed %n generation(s) are passed over</source>
        <translation>
            <numerusform>按这个速度会跳过 %n 代</numerusform>
        </translation>
    </message>
    <message>
        <source>the file is there already</source>
        <translation>文件已经存在</translation>
    </message>
    <message numerus="yes">
        <source>%1 seconds, %n frame(s)</source>
        <translation>
            <numerusform>%1 秒，%n 帧</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hareloom::ui::Filmstrip</name>
    <message>
        <source>Generations</source>
        <translation>各代</translation>
    </message>
    <message>
        <source>Every generation leaves a frame here</source>
        <translation>每一代都会在这里留下一帧</translation>
    </message>
    <message>
        <source>on real data</source>
        <translation>基于真实数据</translation>
    </message>
    <message>
        <source>the run has come to generation %1</source>
        <translation>运行已到第 %1 代</translation>
    </message>
    <message>
        <source>No generation yet.</source>
        <translation>还没有任何一代。</translation>
    </message>
    <message>
        <source>Generation %1 of %2 is shown</source>
        <translation>显示的是第 %1 代，共 %2 代</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>代</translation>
    </message>
    <message>
        <source>Real rows</source>
        <translation>真实行数</translation>
    </message>
    <message>
        <source>Generated rows</source>
        <translation>生成行数</translation>
    </message>
    <message>
        <source>Early collapse begins</source>
        <translation>早期崩溃起始代</translation>
    </message>
    <message>
        <source>Late collapse begins</source>
        <translation>后期崩溃起始代</translation>
    </message>
    <message>
        <source>Early collapse of %1 begins</source>
        <translation>“%1”的早期崩溃起始代</translation>
    </message>
    <message>
        <source>Late collapse of %1 begins</source>
        <translation>“%1”的后期崩溃起始代</translation>
    </message>
    <message>
        <source>The model stops inventing</source>
        <translation>模型不再创新</translation>
    </message>
    <message>
        <source>The model of %1 stops inventing</source>
        <translation>%1 的模型不再创新</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::FilmstripForks</name>
    <message>
        <source>%1. Click to look at it.</source>
        <translation>%1。单击查看。</translation>
    </message>
    <message>
        <source>From generation %1 on, the run uses: %2.</source>
        <translation>从第 %1 代起，运行改用：%2。</translation>
    </message>
    <message>
        <source>another line goes on from generation %1</source>
        <translation>另一条线从第 %1 代继续</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::FilmstripMarks</name>
    <message>
        <source>early collapse begins in generation %1</source>
        <translation>早期崩溃始于第 %1 代</translation>
    </message>
    <message>
        <source>early collapse of %1 begins in generation %2</source>
        <translation>“%1”的早期崩溃始于第 %2 代</translation>
    </message>
    <message>
        <source>late collapse begins in generation %1</source>
        <translation>后期崩溃始于第 %1 代</translation>
    </message>
    <message>
        <source>late collapse of %1 begins in generation %2</source>
        <translation>“%1”的后期崩溃始于第 %2 代</translation>
    </message>
    <message>
        <source>the model stops inventing in generation %1</source>
        <translation>第 %1 代起，模型不再创新</translation>
    </message>
    <message>
        <source>the model of %1 stops inventing in generation %2</source>
        <translation>第 %2 代起，%1 的模型不再创新</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::FilmstripPanel</name>
    <message>
        <source>Every n-th</source>
        <translation>每 n 代</translation>
    </message>
    <message>
        <source>Show every n-th generation</source>
        <translation>每 n 代显示一代</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Frames, playback and the arrow keys visit every n-th generation, and the last</source>
        <translation>胶片条、播放和方向键每 n 代停一次，最后一代总会显示</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::Forecast</name>
    <message>
        <source>Needs %1 of the card&apos;s memory, of which %2 are free.</source>
        <translation>需要 %1 显存，目前空闲 %2。</translation>
    </message>
    <message>
        <source>%1 of memory and %2 of the card&apos;s</source>
        <translation>%1 内存和 %2 显存</translation>
    </message>
    <message>
        <source>%1 of memory</source>
        <translation>%1 内存</translation>
    </message>
    <message>
        <source>Needs about %1.</source>
        <translation>大约需要 %1。</translation>
    </message>
    <message>
        <source>Less than a second</source>
        <translation>不到一秒</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>大约 %1</translation>
    </message>
    <message>
        <source>%1; about %2 and %3 of disk.</source>
        <translation>%1；大约需要 %2，以及 %3 磁盘空间。</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>注意：%1</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::FormatChoice</name>
    <message>
        <source>&amp;First row</source>
        <translation>第一行(&amp;F)</translation>
    </message>
    <message>
        <source>holds the names</source>
        <translation>是列名</translation>
    </message>
    <message>
        <source>is data</source>
        <translation>是数据</translation>
    </message>
    <message>
        <source>&amp;Delimiter</source>
        <translation>分隔符(&amp;D)</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>pipe |</source>
        <translation>竖线 |</translation>
    </message>
    <message>
        <source>blanks</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>none, one column</source>
        <translation>无，只有一列</translation>
    </message>
    <message>
        <source>Decimal &amp;mark</source>
        <translation>小数点(&amp;M)</translation>
    </message>
    <message>
        <source>point, as in 1.5</source>
        <translation>点，如 1.5</translation>
    </message>
    <message>
        <source>comma, as in 1,5</source>
        <translation>逗号，如 1,5</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>编码(&amp;E)</translation>
    </message>
    <message>
        <source>Words for missing values</source>
        <translation>表示缺失值的文字</translation>
    </message>
    <message>
        <source>Cells that stand for a value that is not there, parted by commas. Leave NA out where it is a value, as the country code of Namibia.</source>
        <translation>哪些单元格内容表示缺失值，用逗号分隔。如果 NA 本身就是一个取值（例如纳米比亚的国家代码），请不要写上它。</translation>
    </message>
    <message>
        <source>Missing &amp;values</source>
        <translation>缺失值(&amp;V)</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::FormulaPage</name>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Generation %1</source>
        <translation>第 %1 代</translation>
    </message>
    <message>
        <source>%1, generation %2</source>
        <translation>%1，第 %2 代</translation>
    </message>
    <message>
        <source>No formula is known for this metric here, so that no curve of theory is drawn.</source>
        <translation>这个指标在这里没有已知的公式，所以没有画理论曲线。</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>= %1 = %2</source>
        <translation>= %1 = %2</translation>
    </message>
    <message>
        <source>It is exact.</source>
        <translation>它是精确的。</translation>
    </message>
    <message>
        <source>It is an approximation; docs/theory.md says how good it is.</source>
        <translation>它是近似的；docs/theory.md 说明了近似的程度。</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>出处：%1</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::Gallery</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>First fetch %1</source>
        <translation>先下载 %1</translation>
    </message>
    <message>
        <source>trains %1: days without a graphics card</source>
        <translation>训练 %1：没有显卡需要数天</translation>
    </message>
    <message>
        <source>trains networks</source>
        <translation>训练神经网络</translation>
    </message>
    <message>
        <source>measuring the run time…</source>
        <translation>正在测量运行时间…</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>What gets lost when models are raised on models. Choose an experiment.</source>
        <translation>当模型靠模型养大，会失去什么？选一个实验看看。</translation>
    </message>
    <message>
        <source>Type to filter</source>
        <translation>输入文字筛选</translation>
    </message>
    <message>
        <source>Filter experiments</source>
        <translation>筛选实验</translation>
    </message>
    <message>
        <source>Start from a table (CSV), a text or images of your own</source>
        <translation>从你自己的表格（CSV）、文本或图像开始</translation>
    </message>
    <message>
        <source>Lessons: say what you expect, then see it</source>
        <translation>课程：先说出你的预测，再看结果</translation>
    </message>
    <message>
        <source>Every lesson, not only the first ones</source>
        <translation>显示全部课程，而不只是前几课</translation>
    </message>
    <message>
        <source>Start here</source>
        <translation>从这里开始</translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation>最近的运行</translation>
    </message>
    <message>
        <source>Every recent run, not only the latest</source>
        <translation>显示最近的全部运行，而不只是最新几次</translation>
    </message>
    <message>
        <source>Take them all off this list; their files stay</source>
        <translation>从列表中全部清除；文件会保留</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>全部 %1 个</translation>
    </message>
    <message>
        <source>The file is gone: %1</source>
        <translation>文件已不存在：%1</translation>
    </message>
    <message>
        <source>Back to the laboratory</source>
        <translation>返回实验室</translation>
    </message>
    <message>
        <source>✓ Done</source>
        <translation>✓ 已完成</translation>
    </message>
    <message>
        <source>✓ Done: %1 of %2 came true</source>
        <translation>✓ 已完成：%2 个预测中说对 %1 个</translation>
    </message>
    <message>
        <source>Begun · %1</source>
        <translation>已开始 · %1</translation>
    </message>
    <message>
        <source>%1
The picture is of the real data that generation 0 learns from.</source>
        <translation>%1
图中是第 0 代所学习的真实数据。</translation>
    </message>
    <message>
        <source>%1
The picture is a smaller run of it, computed here: generation 0 to %2 of one chain, at most 20,000 rows each.</source>
        <translation>%1
图中是在本机算出的一次较小的运行：一条链的第 0 代到第 %2 代，每代最多 20,000 行。</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>不到 1 秒</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>No generation was finished.</source>
        <translation>没有完成任何一代。</translation>
    </message>
    <message>
        <source>%1 of %2 generations, seed %3</source>
        <translation>已完成 %1 代，共 %2 代，随机种子 %3</translation>
    </message>
    <message>
        <source>%1
The picture is of the latest run of it here, with seed %2.</source>
        <translation>%1
图中是它在本机最近的一次运行，随机种子为 %2。</translation>
    </message>
    <message>
        <source>%1 generations</source>
        <translation>%1 代</translation>
    </message>
    <message>
        <source>a sweep of %1 chains</source>
        <translation>%1 条链的扫描</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%2：%1</translation>
    </message>
    <message>
        <source>Your own data</source>
        <translation>用自己的数据</translation>
    </message>
    <message>
        <source>A &amp;table, a text or images in one file…</source>
        <translation>一个文件里的表格、文本或图像(&amp;T)…</translation>
    </message>
    <message>
        <source>A &amp;folder of images or texts…</source>
        <translation>一个装图像或文本的文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>The literature: what others found, and what is measured here</source>
        <translation>文献：别人发现了什么，这里测得什么</translation>
    </message>
    <message>
        <source>Published: %1</source>
        <translation>已发表：%1</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>这里：%1</translation>
    </message>
    <message>
        <source>How far apart, and why: %1</source>
        <translation>相差多少，为什么：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>From the glossary</source>
        <translation>来自术语表</translation>
    </message>
    <message>
        <source>No experiment, lesson, work, recent run or term of the glossary has “%1”. Escape shows all again.</source>
        <translation>没有哪个实验、课程、文献、最近的运行或术语表里的术语含有“%1”。按 Esc 键重新显示全部。</translation>
    </message>
    <message>
        <source>Go on with “%1”</source>
        <translation>继续“%1”</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::GalleryCard</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::GalleryController</name>
    <message>
        <source>%1: generation %2</source>
        <translation>%1：第 %2 代</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::Header</name>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Choose an experiment</source>
        <translation>选择实验</translation>
    </message>
    <message>
        <source>Your own experiment</source>
        <translation>你自己的实验</translation>
    </message>
    <message>
        <source>Untitled experiment</source>
        <translation>未命名实验</translation>
    </message>
    <message>
        <source>%1 (changed)</source>
        <translation>%1（已更改）</translation>
    </message>
    <message>
        <source>A point of the sweep</source>
        <translation>扫描中的一个网格点</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::HelpController</name>
    <message>
        <source>All experiments</source>
        <translation>全部实验</translation>
    </message>
    <message>
        <source>The experiment and its question</source>
        <translation>实验和它的问题</translation>
    </message>
    <message>
        <source>What is being tried. The button beside the title opens another experiment.</source>
        <translation>这里说明要试什么。标题旁边的按钮可以打开别的实验。</translation>
    </message>
    <message>
        <source>The stage: one generation</source>
        <translation>主图：某一代</translation>
    </message>
    <message>
        <source>Generation 0 is a model fitted to real data. Each later generation is a model fitted to what the one before it made. The stage shows one of them; generation 0 stays behind it, and the axes stay as generation 0 had them, so that what shrinks is seen to shrink. Point at it to read values; the box above it has other ways of looking.</source>
        <translation>第 0 代是用真实数据拟合的模型。以后每一代都是用前一代产生的数据拟合的模型。主图显示其中一代，第 0 代的淡影留在后面，坐标轴也保持第 0 代的样子，这样一眼就能看出什么在缩小。把鼠标指到图上可以读数；上方的选择框里还有别的显示方式。</translation>
    </message>
    <message>
        <source>What happens, in sentences</source>
        <translation>用文字讲述发生的事</translation>
    </message>
    <message>
        <source>Each line tells of one generation, with its numbers and the reason. Click a line to go to that generation. When the run ends, three sentences say what became of it.</source>
        <translation>每一行讲述一代，给出数值和原因。单击一行就会跳到那一代。运行结束后，有三句话总结结果。</translation>
    </message>
    <message>
        <source>All generations</source>
        <translation>所有代</translation>
    </message>
    <message>
        <source>One picture for each generation. Click, drag, turn the wheel, or press Left and Right. A mark says where early or late collapse begins: point at it and read what that means.</source>
        <translation>每一代一张小图。可以单击、拖动、转动滚轮，或按左右方向键。标记指出早期崩溃或后期崩溃从哪里开始：把鼠标指到标记上，可以看到它的含义。</translation>
    </message>
    <message>
        <source>The measurements</source>
        <translation>测量结果</translation>
    </message>
    <message>
        <source>Each chart follows one number through the generations. The dotted line is its value in generation 0, the dashed line is what theory expects. Point at a chart to read its value and what it means; a double click enlarges it.</source>
        <translation>每张图表跟踪一个数值在各代中的变化。点线是它在第 0 代的值，虚线是理论的预期。把鼠标指到图表上可以看到数值和含义，双击可以放大。</translation>
    </message>
    <message>
        <source>Run and play</source>
        <translation>运行和播放</translation>
    </message>
    <message>
        <source>Space runs and pauses; N runs one generation. The speed holds for running and for playing again. The seed decides about chance: the same seed gives the same run, another seed gives another chain.</source>
        <translation>空格键运行和暂停，N 键运行一代。速度对运行和重播都有效。随机数由随机种子决定：同一个种子得到同样的运行，换一个种子就得到另一条链。</translation>
    </message>
    <message>
        <source>The lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>What the step tells and asks. Return takes your answer and goes on; nothing is shown that you are still to predict. The cross leaves the lesson, and it goes on from here the next time.</source>
        <translation>这一步的讲解和提问。按回车键提交回答并继续；还等着你预测的内容不会提前显示。点叉号离开课程，下次会从这里继续。</translation>
    </message>
    <message>
        <source>The recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Everything that can be changed. The main settings stand first, all others below them. Change one, then press Run this.</source>
        <translation>所有可以改变的设置。主要设置在最前面，其他设置在下面。改变一项，再按“运行此配方”。</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Kinds of models</source>
        <translation>模型的种类</translation>
    </message>
    <message>
        <source>A click opens the usual experiment of another kind of model.</source>
        <translation>单击可打开另一种模型的常用实验。</translation>
    </message>
    <message>
        <source>What is going on</source>
        <translation>当前状态</translation>
    </message>
    <message>
        <source>How far the run is, how long it will take, and where it is recorded.</source>
        <translation>运行进行到哪里、还要多久、记录在哪里。</translation>
    </message>
    <message>
        <source>The sweep and its question</source>
        <translation>扫描和它的问题</translation>
    </message>
    <message>
        <source>A sweep runs one experiment at many settings, with several chains at each point. The story below says what comes of it.</source>
        <translation>扫描用许多组设置运行同一个实验，每个网格点有几条链。下面的故事说明结果如何。</translation>
    </message>
    <message>
        <source>The picture of the sweep</source>
        <translation>扫描的总图</translation>
    </message>
    <message>
        <source>Each place is one point: the settings are on the axes, and the colour or the height is what was measured of its chains. A dashed line is what theory expects. A corner, or a hollow point, says that some of the chains are missing. Point at a place to read it, or go there with the arrow keys; a click or Return shows its chains on the stage. Ctrl+T shows all numbers.</source>
        <translation>每个位置是一个网格点：坐标轴表示设置，颜色或高度表示它的各条链的测量结果。虚线是理论的预期。格子带角标，或者点是空心的，说明还缺一些链。把鼠标指到一个位置上可以读数，也可以用方向键移过去；单击或按回车键，会在主图上显示它的各条链。按 Ctrl+T 显示全部数值。</translation>
    </message>
    <message>
        <source>What the picture shows</source>
        <translation>总图显示什么</translation>
    </message>
    <message>
        <source>The metric, the generation, what of the chains, the settings along the axes, and the values of all other settings. Point at a box to read what it means.</source>
        <translation>指标、第几代、各链的汇总方式、坐标轴上的设置，以及其他所有设置的取值。把鼠标指到选择框上，可以看到它的含义。</translation>
    </message>
    <message>
        <source>Run, change, export</source>
        <translation>运行、更改、导出</translation>
    </message>
    <message>
        <source>Run makes every chain that is missing; Space does the same. What is done is kept. Vary chooses other settings or values, Export writes the picture or its numbers, One run leaves the sweep.</source>
        <translation>“运行”会运行所有还缺的链，按空格键也一样。已完成的部分会保留。“参数扫描”用来选择其他设置或取值，“导出”把总图或其中的数值存成文件，“单次运行”离开扫描。</translation>
    </message>
    <message>
        <source>How far the sweep is</source>
        <translation>扫描进度</translation>
    </message>
    <message>
        <source>How many chains are done, and how long the others take.</source>
        <translation>已完成多少条链，其余的还要多久。</translation>
    </message>
    <message>
        <source>Lessons come first: they ask what you expect before they show it. Each other card is an experiment: a click opens it and runs it. The picture on a card comes from a small run of the same experiment. Type a word to find a card, or what it means; drop a table, a text or a folder of images on the window to use your own data.</source>
        <translation>排在最前面的是课程：它们先请你预测，再给你看结果。其他每张卡片都是一个实验，单击就会打开并运行。卡片上的图来自同一实验的一次小规模运行。输入一个词可以查找卡片，或者看到它的意思；把表格、文本或图像文件夹拖到窗口上，就能使用你自己的数据。</translation>
    </message>
    <message>
        <source>Runs of the same experiment with different settings, at the same generation and on the same axes. The lines below the pictures say with which a measure changed most, with which least, and why; the table, which settings differ.</source>
        <translation>同一实验在不同设置下的运行，显示同一代，使用同样的坐标轴。图下面的几行说明哪一个的指标变化最大、哪一个最小，以及为什么；表格列出哪些设置不同。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::ImageStage</name>
    <message>
        <source>latent spread</source>
        <translation>潜空间离散度</translation>
    </message>
    <message>
        <source>classes alive</source>
        <translation>尚存的类别</translation>
    </message>
    <message>
        <source>class entropy, nats</source>
        <translation>类别熵（奈特）</translation>
    </message>
    <message>
        <source>drawn by generation 0</source>
        <translation>第 0 代所画</translation>
    </message>
    <message>
        <source>by this generation</source>
        <translation>这一代所画</translation>
    </message>
    <message>
        <source>images of generation 0</source>
        <translation>第 0 代的图像</translation>
    </message>
    <message>
        <source>its 2 sd</source>
        <translation>其 2 倍标准差</translation>
    </message>
    <message>
        <source>of this generation</source>
        <translation>这一代的图像</translation>
    </message>
    <message>
        <source>this generation</source>
        <translation>这一代</translation>
    </message>
    <message>
        <source>latent point %1 of %2</source>
        <translation>潜点 %1，共 %2 个</translation>
    </message>
    <message>
        <source>change since generation 0</source>
        <translation>相对第 0 代的变化</translation>
    </message>
    <message>
        <source>mean tone, generation %1</source>
        <translation>平均灰度，第 %1 代</translation>
    </message>
    <message>
        <source>mean tone, generation 0</source>
        <translation>平均灰度，第 0 代</translation>
    </message>
    <message>
        <source>latent point %1</source>
        <translation>潜点 %1</translation>
    </message>
    <message>
        <source>(%1, %2)</source>
        <translation>(%1, %2)</translation>
    </message>
    <message>
        <source>first axis %1, second axis %2</source>
        <translation>第一轴 %1，第二轴 %2</translation>
    </message>
    <message>
        <source>nearest generated image</source>
        <translation>最近的生成图像</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1，共 %2 张</translation>
    </message>
    <message>
        <source>none near</source>
        <translation>附近没有</translation>
    </message>
    <message>
        <source>taken for</source>
        <translation>被认作</translation>
    </message>
    <message>
        <source>%1: samples</source>
        <translation>%1：样本</translation>
    </message>
    <message>
        <source>latent point</source>
        <translation>潜点</translation>
    </message>
    <message>
        <source>%1: generated images under generation 0&apos;s encoder</source>
        <translation>%1：生成图像在第 0 代编码器下的位置</translation>
    </message>
    <message>
        <source>image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>first axis</source>
        <translation>第一轴</translation>
    </message>
    <message>
        <source>second axis</source>
        <translation>第二轴</translation>
    </message>
    <message>
        <source>class, from 0</source>
        <translation>类别，从 0 编号</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Latents</source>
        <translation>潜空间</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <source>%1 of %2 latent points</source>
        <translation>%2 个潜点中的 %1 个</translation>
    </message>
    <message>
        <source>%1 latent points</source>
        <translation>%1 个潜点</translation>
    </message>
    <message>
        <source>%1, the same in every generation</source>
        <translation>%1，每一代都相同</translation>
    </message>
    <message>
        <source>generation 0</source>
        <translation>第 0 代</translation>
    </message>
    <message>
        <source>first axis of the real images, generation 0&apos;s encoder</source>
        <translation>真实图像的第一轴，第 0 代的编码器</translation>
    </message>
    <message>
        <source>nats an image</source>
        <translation>奈特/图像</translation>
    </message>
    <message>
        <source>generation %1&apos;s model</source>
        <translation>第 %1 代的模型</translation>
    </message>
    <message>
        <source>%1 of the %2 images that generation %3 sees</source>
        <translation>第 %3 代看到的 %2 张图像中的 %1 张</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>%2 张图像中的 %1 张</translation>
    </message>
    <message>
        <source>A new model learns from them. %1</source>
        <translation>一个新模型向它们学习。%1</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::InteractionEditor</name>
    <message>
        <source>Model whose shares are shown</source>
        <translation>显示哪个模型的占比</translation>
    </message>
    <message>
        <source>models that learn from themselves alone</source>
        <translation>模型只向自己学习</translation>
    </message>
    <message>
        <source>models that learn from each other</source>
        <translation>模型互相学习</translation>
    </message>
    <message>
        <source>Let each learn from itself alone</source>
        <translation>让它们各自只向自己学习</translation>
    </message>
    <message>
        <source>Let them learn from each other</source>
        <translation>让它们互相学习</translation>
    </message>
    <message>
        <source>The variants are models in one loop. In each generation, a model takes these shares of its generated rows from each of them.</source>
        <translation>这些变体是同一个循环里的模型。每一代里，一个模型所用的生成行，按这些占比取自各个模型。</translation>
    </message>
    <message>
        <source>Each variant learns from itself alone.</source>
        <translation>每个变体只向自己学习。</translation>
    </message>
    <message>
        <source>With two variants or more, they can learn from each other.</source>
        <translation>有两个或更多变体时，它们可以互相学习。</translation>
    </message>
    <message>
        <source>%1. %2 takes its rows from:</source>
        <translation>%1. %2 的行取自：</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>who learns from whom</source>
        <translation>谁向谁学习</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::LabSession</name>
    <message>
        <source>This run is not being recorded: %1</source>
        <translation>这次运行没有被记录：%1</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::LatentWalk</name>
    <message>
        <source>Pictures between latent points</source>
        <translation>潜点之间的图像</translation>
    </message>
    <message>
        <source>This session was made before planes were kept; a new run can draw between points.</source>
        <translation>这个会话产生时还不保存投影平面；重新运行一次，就可以画出潜点之间的图像。</translation>
    </message>
    <message>
        <source>The weights of generation %1 were not kept, so nothing can be drawn here; model.keepEvery says which are.</source>
        <translation>第 %1 代的权重没有保存，因此这里画不出图像；model.keepEvery 决定保存哪些代。</translation>
    </message>
    <message>
        <source>drawn by generation %1</source>
        <translation>第 %1 代所画</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>From %1 to %2, %3</source>
        <translation>%1 → %2，%3</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::LegendStrip</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::LessonController</name>
    <message>
        <source>Open a lesson…</source>
        <translation>打开课程…</translation>
    </message>
    <message>
        <source>Open a lesson</source>
        <translation>打开课程</translation>
    </message>
    <message>
        <source>%1: the answers to the lesson could not be written there.</source>
        <translation>%1：课程的回答无法写到那里。</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>what you expected</source>
        <translation>你的预测</translation>
    </message>
    <message>
        <source>drawn before the run</source>
        <translation>运行前画的</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n minute(s))</source>
        <translation>
            <numerusform>%1（%n 分钟）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hareloom::ui::LessonPanel</name>
    <message>
        <source>Ask the class</source>
        <translation>问问全班</translation>
    </message>
    <message>
        <source>A hint</source>
        <translation>提示语</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Leave the lesson; it goes on from here the next time</source>
        <translation>离开课程；下次从这里继续</translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation>离开课程</translation>
    </message>
    <message>
        <source>I expect this</source>
        <translation>我这样预测</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>跳过这步，继续</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Reached.</source>
        <translation>已达到目标。</translation>
    </message>
    <message>
        <source>Not reached yet.</source>
        <translation>还没有达到目标。</translation>
    </message>
    <message>
        <source>That was it.</source>
        <translation>课程结束了。</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>More lessons</source>
        <translation>更多课程</translation>
    </message>
    <message>
        <source>You were right.</source>
        <translation>你说对了。</translation>
    </message>
    <message>
        <source>It went another way.</source>
        <translation>结果不是这样。</translation>
    </message>
    <message>
        <source>You have reached the end of the lesson.</source>
        <translation>你已经学完了这一课。</translation>
    </message>
    <message>
        <source>%1 of %2 predictions came true.</source>
        <translation>%2 个预测中，你说对了 %1 个。</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>你：%1</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>This run: %1</source>
        <translation>这次运行：%1</translation>
    </message>
    <message>
        <source>no single answer</source>
        <translation>没有唯一的答案</translation>
    </message>
    <message>
        <source>✓ It came true.</source>
        <translation>✓ 你说对了。</translation>
    </message>
    <message>
        <source>✗ It went another way.</source>
        <translation>✗ 结果不是这样。</translation>
    </message>
    <message>
        <source>The picture is at generation %1 of %2.</source>
        <translation>画面现在显示第 %1 代，共 %2 代。</translation>
    </message>
    <message>
        <source>Your name, if you like:</source>
        <translation>你的名字（可不填）：</translation>
    </message>
    <message>
        <source>Your name, if you like</source>
        <translation>你的名字（可不填）</translation>
    </message>
    <message>
        <source>Each name has data of its own: those of a worksheet made for the same name. The name stands in the file with your answers.</source>
        <translation>每个名字都有自己的数据，和用同一个名字做的练习单一样。名字会写进你的回答文件。</translation>
    </message>
    <message>
        <source>Count raised hands for each answer</source>
        <translation>数一数每个答案有几个人举手</translation>
    </message>
    <message>
        <source>Your answer stays as it is: what came of it was shown.</source>
        <translation>结果已经显示过了，你的回答不能再改。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::LessonPlayer</name>
    <message>
        <source>A part of the lesson could not be run</source>
        <translation>课程的一部分无法运行</translation>
    </message>
    <message>
        <source>The run is not finished yet.</source>
        <translation>运行还没有完成。</translation>
    </message>
    <message>
        <source>The run is not finished yet: %1 of %2 generations.</source>
        <translation>运行还没有完成：已完成 %1 代，共 %2 代。</translation>
    </message>
    <message>
        <source>What came of it was shown, so this answer stays. Go on, or begin the lesson again.</source>
        <translation>结果已经显示过了，这个回答不能再改。请继续，或者重新开始这一课。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::LineStage</name>
    <message>
        <source>Line and rows</source>
        <translation>直线和数据行</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>斜率</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>generation 0</source>
        <translation>第 0 代</translation>
    </message>
    <message>
        <source>this generation</source>
        <translation>这一代</translation>
    </message>
    <message>
        <source>95% of its rows</source>
        <translation>95% 的行在其中</translation>
    </message>
    <message>
        <source>real data</source>
        <translation>真实数据</translation>
    </message>
    <message>
        <source>answer, generation %1</source>
        <translation>回答，第 %1 代</translation>
    </message>
    <message>
        <source>answer, generation 0</source>
        <translation>回答，第 0 代</translation>
    </message>
    <message>
        <source>true answer</source>
        <translation>真实的回答</translation>
    </message>
    <message>
        <source>%1: rows it generates</source>
        <translation>%1：生成的数据行</translation>
    </message>
    <message>
        <source>%1: its line</source>
        <translation>%1：它的直线</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::LiteratureDialog</name>
    <message>
        <source>&amp;Open the experiment</source>
        <translation>打开实验(&amp;O)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>No curve of theory is drawn for this experiment.</source>
        <translation>这个实验没有画理论曲线。</translation>
    </message>
    <message>
        <source>The literature</source>
        <translation>文献</translation>
    </message>
    <message>
        <source>Author, number or word</source>
        <translation>作者、编号或词语</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>文献</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Varied</source>
        <translation>改变的设置</translation>
    </message>
    <message>
        <source>Equation</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已发表</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>这里</translation>
    </message>
    <message>
        <source>How far apart, and why</source>
        <translation>相差多少，为什么</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>No work has these words.</source>
        <translation>没有文献含有这些词语。</translation>
    </message>
    <message>
        <source>Experiment “%1”</source>
        <translation>实验“%1”</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::LoopChoice</name>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>A loop of your own making.</source>
        <translation>你自己设定的循环。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::LostStates</name>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>states</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>probability, generation 0</source>
        <translation>概率，第 0 代</translation>
    </message>
    <message numerus="yes">
        <source>None of %n state(s) is lost yet</source>
        <translation>
            <numerusform>%n 个种类，一个也没有丢失</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n state(s) are lost, in this order</source>
        <translation>
            <numerusform>%n 个种类中已丢失 %1 个，次序如下</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hareloom::ui::MainWindow</name>
    <message>
        <source>Hareloom</source>
        <translation>Hareloom</translation>
    </message>
    <message>
        <source>%1%2[*] – Hareloom</source>
        <translation>%1%2[*] – Hareloom</translation>
    </message>
    <message>
        <source>The recipe as it was</source>
        <translation>恢复原来的配方</translation>
    </message>
    <message>
        <source>Let go to open it: a table, a text, images, a session or an experiment.</source>
        <translation>松手就会打开：表格、文本、图像、会话或实验。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::MarkSlider</name>
    <message>
        <source>Never</source>
        <translation>从不发生</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>第几代</translation>
    </message>
    <message>
        <source>in the run: generation %1</source>
        <translation>运行结果：第 %1 代</translation>
    </message>
    <message>
        <source>in the run: never</source>
        <translation>运行结果：没有发生</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>关闭这条消息</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::MetricChecklist</name>
    <message>
        <source>%1. %2
In files: %3</source>
        <translation>%1。%2
文件中的名称：%3</translation>
    </message>
    <message>
        <source>Not available: %1.</source>
        <translation>不可用：%1。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::NormalFace</name>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Root of the total variance</source>
        <translation>总方差的平方根</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Variance</source>
        <translation>方差</translation>
    </message>
    <message>
        <source>Total variance</source>
        <translation>总方差</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::NumberEntry</name>
    <message>
        <source>from %1 to %2</source>
        <translation>从 %1 到 %2</translation>
    </message>
    <message>
        <source>Your number, %1</source>
        <translation>你的数，%1</translation>
    </message>
    <message>
        <source>in the run: %1</source>
        <translation>运行结果：%1</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::OptionButtons</name>
    <message>
        <source>Strike out %1</source>
        <translation>划去“%1”</translation>
    </message>
    <message>
        <source>%1 (gone)</source>
        <translation>%1（已消失）</translation>
    </message>
    <message>
        <source>%1 (so it was)</source>
        <translation>%1（结果如此）</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>一个也没有</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::OrderController</name>
    <message>
        <source>Folder with experiments and sessions, in the order of their names</source>
        <translation>装有实验和会话的文件夹，按名称排序</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 项，共 %2 项</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::OrderList</name>
    <message>
        <source>In order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Ctrl+Up and Ctrl+Down move an entry.</source>
        <translation>按 Ctrl+Up 和 Ctrl+Down 移动条目。</translation>
    </message>
    <message>
        <source>Drag, or press Ctrl+Up and Ctrl+Down</source>
        <translation>拖动，或按 Ctrl+Up 和 Ctrl+Down</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>%1 (in the run: place %2)</source>
        <translation>%1（运行结果：第 %2 位）</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::OverlayChart</name>
    <message>
        <source>generation</source>
        <translation>代</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 in generation %2: %3.</source>
        <translation>%1，第 %2 代：%3。</translation>
    </message>
    <message>
        <source>10–90% of chains</source>
        <translation>10–90% 的链</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::OverlayView</name>
    <message>
        <source>Vital signs of all columns</source>
        <translation>所有栏的指标曲线</translation>
    </message>
    <message>
        <source>Not compared, since the data are others: %1</source>
        <translation>数据不同，未作对比：%1</translation>
    </message>
    <message>
        <source>The columns have measured no metric in common.</source>
        <translation>各栏没有共同测量的指标。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::PageController</name>
    <message>
        <source>The columns of the comparison</source>
        <translation>对比中的各栏</translation>
    </message>
    <message>
        <source>The chain in view</source>
        <translation>当前显示的链</translation>
    </message>
    <message>
        <source>%1 variants side by side</source>
        <translation>%1 个变体并排</translation>
    </message>
    <message>
        <source>page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Save page as</source>
        <translation>网页另存为</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::PageDialog</name>
    <message>
        <source>Page that plays</source>
        <translation>可播放的网页</translation>
    </message>
    <message>
        <source>One file that plays the run in any browser, without this program and without a network: the models, the charts, what happened, and the experiment.</source>
        <translation>一个文件，在任何浏览器中都能播放这次运行，不需要本程序，也不需要网络。其中有模型、图表、发生了什么，以及实验本身。</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Generation &amp;0</source>
        <translation>第 0 代(&amp;0)</translation>
    </message>
    <message>
        <source>Generation %1, which is &amp;shown now</source>
        <translation>现在显示的第 %1 代(&amp;S)</translation>
    </message>
    <message>
        <source>It begins with</source>
        <translation>从哪一代开始</translation>
    </message>
    <message>
        <source>&amp;Charts begin empty and grow, so that readers can guess first</source>
        <translation>图表从空白开始逐渐画出，让读者先猜一猜(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Open in browser</source>
        <translation>在浏览器中打开(&amp;O)</translation>
    </message>
    <message>
        <source>Saved: %1 (%2)</source>
        <translation>已保存：%1（%2）</translation>
    </message>
    <message>
        <source>No browser answered. Open %1 in one.</source>
        <translation>没有浏览器响应。请用浏览器打开 %1。</translation>
    </message>
    <message>
        <source>How much of the page is made</source>
        <translation>网页已完成多少</translation>
    </message>
    <message>
        <source>The page is being made: %1%. The window goes on meanwhile.</source>
        <translation>正在制作网页：%1%。其间窗口可以继续使用。</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Stopped. Nothing of the page is left.</source>
        <translation>已停止。没有留下网页的任何部分。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::PageSetter</name>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>The stage</source>
        <translation>主图</translation>
    </message>
    <message>
        <source>Vital signs</source>
        <translation>指标曲线</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>What the variants differ in</source>
        <translation>各变体的不同之处</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>What it writes</source>
        <translation>它写出的文字</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>参考文献</translation>
    </message>
    <message>
        <source>What the sessions differ in</source>
        <translation>各会话的不同之处</translation>
    </message>
    <message>
        <source>The sessions side by side</source>
        <translation>各会话并排</translation>
    </message>
    <message>
        <source>Scan the code to open this moment in Hareloom.</source>
        <translation>扫描二维码，在 Hareloom 中打开这一刻。</translation>
    </message>
    <message>
        <source>%1 (preset: %2)</source>
        <translation>%1（预设实验：%2）</translation>
    </message>
    <message>
        <source>Differences from the first variant</source>
        <translation>与第一个变体的差别</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::PanelChooser</name>
    <message>
        <source>Panels, in their order</source>
        <translation>子图及其顺序</translation>
    </message>
    <message>
        <source>Ticked charts are panels; drag one to another place</source>
        <translation>勾选的图表成为子图；拖动可以调整顺序</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>No letters</source>
        <translation>无字母编号</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>字母编号</translation>
    </message>
    <message>
        <source>Columns, letters</source>
        <translation>列数、字母编号</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::PerplexityRidges</name>
    <message>
        <source>perplexity of each generated block under generation 0&apos;s model</source>
        <translation>每个生成文本块在第 0 代模型下的困惑度</translation>
    </message>
    <message>
        <source>spike</source>
        <translation>尖峰</translation>
    </message>
    <message>
        <source>tail</source>
        <translation>尾部</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>perplexity %1 to %2</source>
        <translation>困惑度 %1 至 %2</translation>
    </message>
    <message>
        <source>share of blocks, generation %1</source>
        <translation>文本块占比，第 %1 代</translation>
    </message>
    <message>
        <source>%1: perplexity of generated blocks under generation 0&apos;s model</source>
        <translation>%1：生成文本块在第 0 代模型下的困惑度</translation>
    </message>
    <message>
        <source>perplexity from</source>
        <translation>困惑度从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>share, generation %1</source>
        <translation>占比，第 %1 代</translation>
    </message>
    <message>
        <source>share, generation 0</source>
        <translation>占比，第 0 代</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::PickBoard</name>
    <message>
        <source>Candidates</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>image %1</source>
        <translation>图像 %1</translation>
    </message>
    <message>
        <source>Row %1 of %2, candidate %3 of %4: %5</source>
        <translation>第 %1 行（共 %2 行），第 %3 个候选（共 %4 个）：%5</translation>
    </message>
    <message>
        <source>%1, picked</source>
        <translation>%1，已选</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::PickController</name>
    <message>
        <source>You can choose by hand in an experiment that has one chain and no variants. Set Chains to 1 in the recipe, take its variants away, and run it anew.</source>
        <translation>只有一条链、没有变体的实验才能手工选择。请在配方里把链数设为 1，去掉变体，再重新运行。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::PickDialog</name>
    <message>
        <source>&amp;Learn from these</source>
        <translation>向这些学习(&amp;L)</translation>
    </message>
    <message>
        <source>You choose what survives</source>
        <translation>由您选择留下什么</translation>
    </message>
    <message>
        <source>The model has written %1 candidates for each of %2 rows. Click the one that survives: generation %3 learns from those alone. Arrow keys and Space do the same, or the number of a candidate.</source>
        <translation>模型为 %2 行各写了 %1 个候选。点选留下的那一个：第 %3 代只向这些行学习。也可以用方向键和空格，或按候选的编号。</translation>
    </message>
    <message>
        <source>%1 of %2 rows are chosen.</source>
        <translation>已选 %1 行，共 %2 行。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::PointsCanvas</name>
    <message>
        <source>Points to draw</source>
        <translation>要画的点</translation>
    </message>
    <message>
        <source>Click to set a point, drag to spray; the right button erases. Keys: the arrows move the crosshair, Return sets a point, Delete erases.</source>
        <translation>单击放置一个点，拖动连续喷点，右键擦除。按键：方向键移动十字线，回车键放置一个点，Delete 键擦除。</translation>
    </message>
    <message>
        <source>Click or drag to set points</source>
        <translation>单击或拖动来放置点</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::PollBars</name>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::PollBox</name>
    <message>
        <source>Hands for %1: %2</source>
        <translation>%1 的举手人数：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Hands</source>
        <translation>举手人数</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Font &amp;scale</source>
        <translation>字号缩放(&amp;S)</translation>
    </message>
    <message>
        <source>From 80 to 200%.</source>
        <translation>80% 到 200%。</translation>
    </message>
    <message>
        <source>Views jump from one generation to the next, and cards do not play.</source>
        <translation>画面从一代直接跳到下一代，卡片上的图也不播放。</translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation>线程(&amp;H)</translation>
    </message>
    <message>
        <source>Cores that a run uses, from the next run on. Automatic leaves one to the window.</source>
        <translation>一次运行使用的处理器核心数，从下一次运行起生效。“自动”会给窗口留出一个。</translation>
    </message>
    <message>
        <source>&amp;Default folder</source>
        <translation>默认文件夹(&amp;D)</translation>
    </message>
    <message>
        <source>Where file dialogs begin; empty: where the last file was.</source>
        <translation>文件对话框打开时的位置；留空则为上一个文件所在的位置。</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Reduced motion</source>
        <translation>减少动画(&amp;R)</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>选择(&amp;C)…</translation>
    </message>
    <message>
        <source>Choose the default folder</source>
        <translation>选择默认文件夹</translation>
    </message>
    <message>
        <source>Default folder</source>
        <translation>默认文件夹</translation>
    </message>
    <message>
        <source>%1 is not a folder; the old choice stays.</source>
        <translation>%1 不是文件夹，仍使用原来的选择。</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Files, tables and the command line stay English.</source>
        <translation>文件、表格和命令行仍使用英文。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::PresentedRun</name>
    <message>
        <source>Stage</source>
        <translation>主图</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::PresenterController</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Generation %1. %2</source>
        <translation>第 %1 代。%2</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::PresenterControls</name>
    <message>
        <source>Leave</source>
        <translation>退出演示</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::PresenterView</name>
    <message>
        <source>Presentation</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Generation %1. %2</source>
        <translation>第 %1 代。%2</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::QrDialog</name>
    <message>
        <source>Address as a QR code</source>
        <translation>地址的二维码</translation>
    </message>
    <message>
        <source>QR code of the address</source>
        <translation>地址的二维码</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>&amp;Copy address</source>
        <translation>复制地址(&amp;C)</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::ReaderGraph</name>
    <message>
        <source>An arrow leads from a model to one that learns from it; the thicker, the larger the share. Drag an arrow up or down to change its share, or drag from one circle to another to make one.</source>
        <translation>箭头从一个模型指向向它学习的模型；箭头越粗，占比越大。上下拖动箭头可以改变占比，从一个圆拖到另一个圆可以画出箭头。</translation>
    </message>
    <message>
        <source>Who learns from whom</source>
        <translation>谁向谁学习</translation>
    </message>
    <message>
        <source>%1 takes %2% of its rows from %3.</source>
        <translation>%1 有 %2% 的行取自 %3。</translation>
    </message>
    <message>
        <source>Each model learns from itself alone.</source>
        <translation>每个模型只向自己学习。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::RecentSessions</name>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <extracomment>A day and a time, as QDateTime::toString() reads it.</extracomment>
        <translation>yyyy 年 M 月 d 日 HH:mm</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::Recipe</name>
    <message>
        <source>change of %1</source>
        <translation>更改“%1”</translation>
    </message>
    <message>
        <source>choice of a loop</source>
        <translation>选择循环</translation>
    </message>
    <message>
        <source>reset of %1</source>
        <translation>恢复“%1”</translation>
    </message>
    <message>
        <source>reset of the recipe</source>
        <translation>恢复整个配方</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::RecipeController</name>
    <message>
        <source>&amp;Undo %1</source>
        <translation>撤销：%1(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>重做：%1(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>variant beside</source>
        <translation>添加并排的变体</translation>
    </message>
    <message>
        <source>Save experiment as</source>
        <translation>实验另存为</translation>
    </message>
    <message>
        <source>experiment.json</source>
        <translation>experiment.json</translation>
    </message>
    <message>
        <source>Experiments (*.json)</source>
        <translation>实验 (*.json)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::RecipeDrawer</name>
    <message>
        <source>Back to preset</source>
        <translation>恢复预设实验</translation>
    </message>
    <message>
        <source>Run this</source>
        <translation>运行此配方</translation>
    </message>
    <message>
        <source>Run beside</source>
        <translation>并排运行</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Close the recipe</source>
        <translation>关闭配方</translation>
    </message>
    <message>
        <source>Run the recipe as it stands, from the beginning</source>
        <translation>按现在的配方从头运行</translation>
    </message>
    <message>
        <source>Undo every difference from the preset</source>
        <translation>撤销与预设实验的一切不同</translation>
    </message>
    <message>
        <source>Run this beside the present one, as a variant: both side by side, on the same axes</source>
        <translation>把它作为变体，与当前运行一起运行：两者并排，坐标轴相同</translation>
    </message>
    <message>
        <source>Main settings</source>
        <translation>主要设置</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>所有设置</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <source>Open a table…</source>
        <translation>打开表格…</translation>
    </message>
    <message>
        <source>Choose a CSV file and its columns</source>
        <translation>选择 CSV 文件和其中的列</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Cannot run yet. %1</source>
        <translation>还不能运行。%1</translation>
    </message>
    <message>
        <source>Changes apply to the next run. %1</source>
        <translation>更改从下一次运行起生效。%1</translation>
    </message>
    <message numerus="yes">
        <source>All settings (%n changed)</source>
        <translation>
            <numerusform>所有设置（更改了 %n 项）</numerusform>
        </translation>
    </message>
    <message>
        <source>Point at a setting to read what it does.</source>
        <translation>把鼠标指到一项设置上，可以看到它的作用。</translation>
    </message>
    <message>
        <source>Who learns from whom</source>
        <translation>谁向谁学习</translation>
    </message>
    <message>
        <source>Also changed: %1.</source>
        <translation>同时更改了：%1。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::RecipeSection</name>
    <message>
        <source>open</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已收起</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::RegressionFace</name>
    <message>
        <source>Size of the coefficients</source>
        <translation>系数的大小</translation>
    </message>
    <message>
        <source>Residual variance</source>
        <translation>残差方差</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>斜率</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::RegressionPage</name>
    <message>
        <source>rows it generates</source>
        <translation>生成的数据行</translation>
    </message>
    <message>
        <source>true answer</source>
        <translation>真实的回答</translation>
    </message>
    <message>
        <source>answer, generation 0</source>
        <translation>回答，第 0 代</translation>
    </message>
    <message>
        <source>answer of this generation</source>
        <translation>这一代的回答</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>回答</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::RunGuard</name>
    <message>
        <source>The generation that is being made has taken %1 so far, and is lost if the run ends now. Finished generations are kept, and the run can go on from there later.</source>
        <translation>正在产生的这一代已经用了 %1，如果现在结束运行，它就会丢失。已完成的代会保留，以后可以从那里继续。</translation>
    </message>
    <message>
        <source>End the run?</source>
        <translation>要结束运行吗？</translation>
    </message>
    <message>
        <source>&amp;End the run</source>
        <translation>结束运行(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Keep it running</source>
        <translation>继续运行(&amp;K)</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::SaveController</name>
    <message>
        <source>There is no recording of this run to save.</source>
        <translation>这次运行没有可保存的记录。</translation>
    </message>
    <message>
        <source>Save session as</source>
        <translation>会话另存为</translation>
    </message>
    <message>
        <source>Sessions (*.hareloom)</source>
        <translation>会话 (*.hareloom)</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::ScatterStage</name>
    <message>
        <source>total variance</source>
        <translation>总方差</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>groups left</source>
        <translation>剩余的群</translation>
    </message>
    <message>
        <source>smallest component</source>
        <translation>最小的分量</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>generation 0 holds 50%, 95%</source>
        <translation>第 0 代的 50%、95% 范围</translation>
    </message>
    <message>
        <source>this generation</source>
        <translation>这一代</translation>
    </message>
    <message>
        <source>rows it generates</source>
        <translation>生成的数据行</translation>
    </message>
    <message>
        <source>real data</source>
        <translation>真实数据</translation>
    </message>
    <message>
        <source>%1 = %2, %3 = %4</source>
        <translation>%1 = %2，%3 = %4</translation>
    </message>
    <message>
        <source>density, generation %1</source>
        <translation>密度，第 %1 代</translation>
    </message>
    <message>
        <source>density, generation 0</source>
        <translation>密度，第 0 代</translation>
    </message>
    <message>
        <source>%1: rows it generates</source>
        <translation>%1：生成的数据行</translation>
    </message>
    <message>
        <source>%1: density</source>
        <translation>%1：密度</translation>
    </message>
    <message>
        <source>Density and rows</source>
        <translation>密度和数据行</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>数据行</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>This generation&apos;s centre lies outside of generation 0&apos;s axes, at (%1, %2)</source>
        <translation>这一代的中心超出了第 0 代的坐标轴范围，位于（%1，%2）</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::SpeakerView</name>
    <message>
        <source>Speaker&apos;s notes</source>
        <translation>演讲者备注</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>下一项：%1</translation>
    </message>
    <message>
        <source>%1 · %2 min</source>
        <translation>%1 · %2 分钟</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::Stage</name>
    <message>
        <source>Generation %1 of %2</source>
        <translation>第 %1 代，共 %2 代</translation>
    </message>
    <message>
        <source>Generation %1</source>
        <translation>第 %1 代</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2, %3 in generation 0</source>
        <translation>%1 %2，第 0 代为 %3</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::StageChooser</name>
    <message>
        <source>Compared with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>With which generation the words are compared</source>
        <translation>文字与哪一代比较</translation>
    </message>
    <message>
        <source>with generation 0</source>
        <translation>与第 0 代比较</translation>
    </message>
    <message>
        <source>with the one before</source>
        <translation>与前一代比较</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::StageScene</name>
    <message>
        <source>Nothing has run yet.</source>
        <translation>还没有运行过。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::StageView</name>
    <message>
        <source>&amp;Copy text</source>
        <translation>复制文字(&amp;C)</translation>
    </message>
    <message>
        <source>Pre&amp;vious text</source>
        <translation>上一段文字(&amp;V)</translation>
    </message>
    <message>
        <source>Ne&amp;xt text</source>
        <translation>下一段文字(&amp;X)</translation>
    </message>
    <message>
        <source>The number that the chains are compared by</source>
        <translation>用哪个数值比较各条链</translation>
    </message>
    <message>
        <source>Reset zoom</source>
        <translation>恢复原大小</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>主图</translation>
    </message>
    <message>
        <source>The whole of the axes again (0, or a double click)</source>
        <translation>重新显示完整的坐标轴（按 0，或双击）</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Reset &amp;zoom</source>
        <translation>恢复原大小(&amp;Z)</translation>
    </message>
    <message>
        <source>Read &amp;values</source>
        <translation>读数(&amp;V)</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::StatusStrip</name>
    <message>
        <source>Progress of the run</source>
        <translation>运行进度</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还剩 %1</translation>
    </message>
    <message>
        <source>Ready. Space runs, Left and Right step through generations.</source>
        <translation>就绪。按空格键运行，按左右方向键逐代查看。</translation>
    </message>
    <message>
        <source>Running: reading the data.</source>
        <translation>运行中：正在读取数据。</translation>
    </message>
    <message>
        <source>Running: %1 of %2 generations</source>
        <translation>运行中：已完成 %1 代，共 %2 代</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Paused after generation %1</source>
        <translation>已在第 %1 代之后暂停</translation>
    </message>
    <message>
        <source>The run is finished: one generation.</source>
        <translation>运行已完成：一代。</translation>
    </message>
    <message>
        <source>The run is finished: %1 generations in all, %2 to see.</source>
        <translation>运行已完成：总共 %1 代，可查看 %2 代。</translation>
    </message>
    <message>
        <source>Stopped. What is finished is kept; Run goes on from there.</source>
        <translation>已停止。已完成的部分会保留；按“运行”从那里继续。</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>正在写文本</translation>
    </message>
    <message>
        <source>training</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>The view is still playing them.</source>
        <translation>画面仍在播放。</translation>
    </message>
    <message>
        <source>training generation %1: epoch %2 of %3</source>
        <translation>正在训练第 %1 代：训练轮 %2 / %3</translation>
    </message>
    <message>
        <source>generation %1: %2</source>
        <translation>第 %1 代：%2</translation>
    </message>
    <message>
        <source>%1 left of it</source>
        <translation>还剩 %1</translation>
    </message>
    <message>
        <source>loss %1 nats a row</source>
        <translation>损失每行 %1 奈特</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>训练轮 %1 / %2</translation>
    </message>
    <message>
        <source>loss %1 nats a token</source>
        <translation>损失每词元 %1 奈特</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>每秒 %1 词元</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::StepView</name>
    <message>
        <source>Leave the slow step (Esc)</source>
        <translation>退出慢放（Esc）</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::StoryStrip</name>
    <message>
        <source>Event before</source>
        <translation>上一个事件</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>下一个事件</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>所有事件</translation>
    </message>
    <message>
        <source>Pause at events</source>
        <translation>在事件处暂停</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::StoryText</name>
    <message>
        <source>What happens</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Shows generation %1</source>
        <translation>显示第 %1 代</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::SweepAxisRow</name>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>First value</source>
        <translation>第一个值</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>最后一个值</translation>
    </message>
    <message>
        <source>Number of values</source>
        <translation>取值个数</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>values</source>
        <translation>个值</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Values as</source>
        <translation>取值方式</translation>
    </message>
    <message>
        <source>these values</source>
        <translation>列出各值</translation>
    </message>
    <message>
        <source>even steps</source>
        <translation>等差</translation>
    </message>
    <message>
        <source>even ratios</source>
        <translation>等比</translation>
    </message>
    <message>
        <source>values with commas between them</source>
        <translation>各值之间用逗号分隔</translation>
    </message>
    <message>
        <source>Do not vary this setting</source>
        <translation>不再扫描这项设置</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::SweepController</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::SweepControls</name>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Setting along the horizontal axis</source>
        <translation>横轴上的设置</translation>
    </message>
    <message>
        <source>Setting along the vertical axis</source>
        <translation>纵轴上的设置</translation>
    </message>
    <message>
        <source>Drawn as</source>
        <translation>画成</translation>
    </message>
    <message>
        <source>Over chains</source>
        <translation>各链的汇总方式</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>第几代</translation>
    </message>
    <message>
        <source>Values on a logarithmic scale</source>
        <translation>数值使用对数刻度</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Median, 10–90%</source>
        <translation>中位数，10–90%</translation>
    </message>
    <message>
        <source>Median, quartiles</source>
        <translation>中位数，四分位数</translation>
    </message>
    <message>
        <source>Mean ± standard error</source>
        <translation>均值 ± 标准误</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>纵轴</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>The generation whose values are shown</source>
        <translation>显示第几代的数值</translation>
    </message>
    <message>
        <source>The setting along the horizontal axis</source>
        <translation>横轴上的设置</translation>
    </message>
    <message>
        <source>The setting along the vertical axis; none: curves over the horizontal one</source>
        <translation>纵轴上的设置；选“无”则画成沿横轴的曲线</translation>
    </message>
    <message>
        <source>A map colours each point; curves show its value, with a curve for each value of the second setting</source>
        <translation>热图用颜色表示每个网格点的数值；曲线直接画出数值，第二项设置的每个取值各有一条曲线</translation>
    </message>
    <message>
        <source>What is shown of the chains at a point, and the band around it</source>
        <translation>每个网格点上各链的汇总方式，以及周围的色带</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::SweepDialog</name>
    <message>
        <source>Another setting</source>
        <translation>再加一项设置</translation>
    </message>
    <message>
        <source>Vary settings</source>
        <translation>参数扫描</translation>
    </message>
    <message>
        <source>The experiment runs at every value of one setting together with every value of the others.</source>
        <translation>每项设置的每个取值都与其他设置的每个取值组合，逐一运行实验。</translation>
    </message>
    <message>
        <source>Chains at each point</source>
        <translation>每个网格点的链数</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>%1 varies twice. Remove one of the two.</source>
        <translation>%1 被扫描了两次，请移除其中一个。</translation>
    </message>
    <message>
        <source>%1 points, %2 chains in all</source>
        <translation>%1 个网格点，共 %2 条链</translation>
    </message>
    <message>
        <source>One axis, “%1”, is written in the file and cannot be changed here.</source>
        <translation>坐标轴“%1”写在文件里，不能在这里更改。</translation>
    </message>
    <message>
        <source>One point beside the grid is written in the file and cannot be changed here.</source>
        <translation>网格以外有 1 个点写在文件里，不能在这里更改。</translation>
    </message>
    <message>
        <source>%1 points beside the grid are written in the file and cannot be changed here.</source>
        <translation>网格以外有 %1 个点写在文件里，不能在这里更改。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::SweepModel</name>
    <message>
        <source>Variant</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>in generation %1</source>
        <translation>第 %1 代</translation>
    </message>
    <message>
        <source>mean of %1 chains in generation %2</source>
        <translation>第 %2 代 %1 条链的均值</translation>
    </message>
    <message>
        <source>median of %1 chains in generation %2</source>
        <translation>第 %2 代 %1 条链的中位数</translation>
    </message>
    <message>
        <source>mean ± standard error</source>
        <translation>均值 ± 标准误</translation>
    </message>
    <message>
        <source>25–75% of chains</source>
        <translation>25–75% 的链</translation>
    </message>
    <message>
        <source>10–90% of chains</source>
        <translation>10–90% 的链</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>至多 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 条中的 %1</translation>
    </message>
    <message>
        <source>%1 to %2 of %3</source>
        <translation>%3 条中的 %1 至 %2</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::SweepPage</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run every chain that is missing</source>
        <translation>运行所有还缺的链</translation>
    </message>
    <message>
        <source>Vary…</source>
        <translation>参数扫描…</translation>
    </message>
    <message>
        <source>Other settings, or other values of them</source>
        <translation>换别的设置，或换别的取值</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>The picture or its numbers as a file</source>
        <translation>把总图或其中的数值存成文件</translation>
    </message>
    <message>
        <source>One run</source>
        <translation>单次运行</translation>
    </message>
    <message>
        <source>The experiment itself on the stage, without the sweep</source>
        <translation>不扫描，只在主图上显示实验本身</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Progress of the sweep</source>
        <translation>扫描进度</translation>
    </message>
    <message>
        <source>Picture of the sweep</source>
        <translation>扫描的总图</translation>
    </message>
    <message>
        <source>Point at a value to read it, click to see its chains.</source>
        <translation>把鼠标指到一个值上可以读数，单击可以查看它的各条链。</translation>
    </message>
    <message>
        <source>Checking the points…</source>
        <translation>正在检查各网格点…</translation>
    </message>
    <message>
        <source>%1 of %2 chains are done</source>
        <translation>已完成 %1 条链，共 %2 条</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1，还剩 %2</translation>
    </message>
    <message>
        <source>%1; a run takes about %2</source>
        <translation>%1；运行一遍约需 %2</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n 个网格点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chain(s) each</source>
        <translation>
            <numerusform>每点 %n 条链</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n generation(s)</source>
        <translation>
            <numerusform>%n 代</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) failed</source>
        <translation>
            <numerusform>%n 个网格点失败</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hareloom::ui::SweepPicture</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2 %3</source>
        <translation>%1，%2 %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: not run yet; %2 %3.</source>
        <translation>%1：还没有运行；%2 %3。</translation>
    </message>
    <message>
        <source>%1: not run yet.</source>
        <translation>%1：还没有运行。</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>%1 %2 to %3</source>
        <translation>%1 %2 至 %3</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>fewer than %1 chains</source>
        <translation>不足 %1 条链</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 (%2 of %3 chains)</source>
        <translation>%1（%3 条链中的 %2 条）</translation>
    </message>
    <message>
        <source>%1 (%2) %3</source>
        <translation>%1（%2）%3</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::TeacherController</name>
    <message>
        <source>Folder with the answers of a class</source>
        <translation>存放全班回答的文件夹</translation>
    </message>
    <message>
        <source>%1: there are no answers to a lesson (*.answers.json) here.</source>
        <translation>%1：这里没有课程的回答（*.answers.json）。</translation>
    </message>
    <message>
        <source>These answers are to the lesson &quot;%1&quot;, which is not among the lessons of this program.</source>
        <translation>这些回答属于课程“%1”，本程序中没有这一课。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::TextStage</name>
    <message>
        <source>Prompt %1: %2</source>
        <translation>提示 %1：%2</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Which prompt&apos;s answers are read, or which generated passage</source>
        <translation>查看哪个提示的回答，或者哪一段生成的文字</translation>
    </message>
    <message>
        <source>Previous text (Page Up)</source>
        <translation>上一段文字（Page Up）</translation>
    </message>
    <message>
        <source>Next text (Page Down)</source>
        <translation>下一段文字（Page Down）</translation>
    </message>
    <message>
        <source>Generation %1</source>
        <translation>第 %1 代</translation>
    </message>
    <message>
        <source>test perplexity</source>
        <translation>测试困惑度</translation>
    </message>
    <message>
        <source>repeated 4-grams</source>
        <translation>重复的四元组</translation>
    </message>
    <message>
        <source>distinct 2-grams</source>
        <translation>不同的二元组</translation>
    </message>
    <message>
        <source>topics alive</source>
        <translation>尚存的主题</translation>
    </message>
    <message>
        <source>tokens alive</source>
        <translation>尚存的词元</translation>
    </message>
    <message>
        <source>nats a token</source>
        <translation>奈特/词元</translation>
    </message>
    <message>
        <source>phrase that the text repeats</source>
        <translation>文中重复出现的短语</translation>
    </message>
    <message>
        <source>not what the guide says</source>
        <translation>与图鉴不符</translation>
    </message>
    <message>
        <source>word lost</source>
        <translation>丢失的词</translation>
    </message>
    <message>
        <source>word added</source>
        <translation>新增的词</translation>
    </message>
    <message>
        <source>generation 0</source>
        <translation>第 0 代</translation>
    </message>
    <message>
        <source>this generation</source>
        <translation>这一代</translation>
    </message>
    <message>
        <source>1% and 99% points of generation 0</source>
        <translation>第 0 代的 1% 分位数和 99% 分位数</translation>
    </message>
    <message>
        <source>no topic recognised</source>
        <translation>没有认出主题</translation>
    </message>
    <message>
        <source>To “%1” it answers: “%2”.</source>
        <translation>对“%1”，它回答：“%2”。</translation>
    </message>
    <message>
        <source>%1 of its words stand in repeated phrases.</source>
        <translation>其中 %1 的词在重复的短语里。</translation>
    </message>
    <message>
        <source>Of generation %1&apos;s words %2 are kept and %3 lost; %4 are added.</source>
        <translation>第 %1 代的词保留了 %2 个，丢失了 %3 个；新增了 %4 个。</translation>
    </message>
    <message>
        <source>generation %1, word %2 of %3</source>
        <translation>第 %1 代，第 %2 个词，共 %3 个</translation>
    </message>
    <message>
        <source>its phrase stands</source>
        <translation>所在短语出现</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1 次</translation>
    </message>
    <message>
        <source>elsewhere too</source>
        <translation>别处也有</translation>
    </message>
    <message>
        <source>words in repeated phrases</source>
        <translation>重复短语中的词</translation>
    </message>
    <message>
        <source>not so</source>
        <translation>不符</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>this word</source>
        <translation>这个词</translation>
    </message>
    <message>
        <source>%1: what is lost</source>
        <translation>%1：丢失了什么</translation>
    </message>
    <message>
        <source>%1: texts of every generation up to %2</source>
        <translation>%1：到第 %2 代为止各代的文字</translation>
    </message>
    <message>
        <source>generation</source>
        <translation>代</translation>
    </message>
    <message>
        <source>words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>different words</source>
        <translation>不同的词</translation>
    </message>
    <message>
        <source>share in repeated phrases</source>
        <translation>重复短语中的占比</translation>
    </message>
    <message>
        <source>repeated phrases</source>
        <translation>重复的短语</translation>
    </message>
    <message>
        <source>%1: words against the generation before</source>
        <translation>%1：词与前一代的比较</translation>
    </message>
    <message>
        <source>%1: words against generation 0</source>
        <translation>%1：词与第 0 代的比较</translation>
    </message>
    <message>
        <source>no topic</source>
        <translation>无主题</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>What is lost</source>
        <translation>丢失了什么</translation>
    </message>
    <message>
        <source>Prompt %1 of %2</source>
        <translation>提示 %1，共 %2 个</translation>
    </message>
    <message>
        <source>Passage %1 of %2</source>
        <translation>段落 %1，共 %2 个</translation>
    </message>
    <message>
        <source>%1: each generation continues a text of its own, in grey</source>
        <translation>%1：每一代接着自己的文本往下写（灰色部分）</translation>
    </message>
    <message>
        <source>%1: every generation begins without a prompt</source>
        <translation>%1：每一代都在没有提示的情况下开始写</translation>
    </message>
    <message>
        <source>%1: the same words given to every generation</source>
        <translation>%1：给每一代同样的开头</translation>
    </message>
    <message>
        <source>It wrote nothing.</source>
        <translation>它什么也没有写。</translation>
    </message>
    <message>
        <source>No text is kept of it.</source>
        <translation>没有保存它的文本。</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>… %1 above</source>
        <translation>… 上面还有 %1</translation>
    </message>
    <message>
        <source>… %1 below</source>
        <translation>… 下面还有 %1</translation>
    </message>
    <message>
        <source>… %1 above, %2 below</source>
        <translation>… 上面还有 %1，下面还有 %2</translation>
    </message>
    <message>
        <source>%1% repeated</source>
        <translation>重复 %1%</translation>
    </message>
    <message>
        <source>%1 of %2 words kept</source>
        <translation>%2 个词中保留 %1 个</translation>
    </message>
    <message>
        <source>%1 of %2 words added</source>
        <translation>%2 个词中新增 %1 个</translation>
    </message>
    <message>
        <source>share of blocks</source>
        <translation>文本块占比</translation>
    </message>
    <message>
        <source>Topics of generated blocks by generation</source>
        <translation>各代生成文本块的主题</translation>
    </message>
    <message>
        <source>real text</source>
        <translation>真实文本</translation>
    </message>
    <message>
        <source>generation %1 writes</source>
        <translation>第 %1 代写的</translation>
    </message>
    <message>
        <source>generation %1 has learned, and answers</source>
        <translation>第 %1 代已学完，作出回答</translation>
    </message>
    <message>
        <source>The next model learns from them, and answers %1.</source>
        <translation>下一个模型向它们学习，并回答“%1”。</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::Transport</name>
    <message>
        <source>Chain</source>
        <translation>链</translation>
    </message>
    <message>
        <source>Which chain the stage shows</source>
        <translation>主图显示哪条链</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>How the stage shows it</source>
        <translation>主图的显示方式</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>%1 / s</source>
        <translation>%1 / 秒</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>最新一代</translation>
    </message>
    <message>
        <source>Generations shown a second</source>
        <translation>每秒显示的代数</translation>
    </message>
    <message>
        <source>The same seed gives the same run; Return or Space runs with the one typed</source>
        <translation>同一个随机种子得到同样的运行；输入后按回车键或空格键运行</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::UnlockedSettings</name>
    <message>
        <source>Try it</source>
        <translation>试试看</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::VariantsEditor</name>
    <message>
        <source>None: the experiment runs by itself. A variant runs beside it with a few settings changed.</source>
        <translation>没有变体：实验单独运行。变体会改变几项设置，与它并排运行。</translation>
    </message>
    <message>
        <source>These run side by side instead of the recipe alone, each with its own settings.</source>
        <translation>这些变体并排运行，各用各的设置，而不只是运行配方本身。</translation>
    </message>
    <message>
        <source>Add a variant</source>
        <translation>添加变体</translation>
    </message>
    <message>
        <source>Variant %1</source>
        <translation>变体 %1</translation>
    </message>
    <message>
        <source>new variant</source>
        <translation>添加变体</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>全部移除</translation>
    </message>
    <message>
        <source>Run just the recipe, without variants</source>
        <translation>只运行配方，不运行变体</translation>
    </message>
    <message>
        <source>removal of all variants</source>
        <translation>移除所有变体</translation>
    </message>
    <message>
        <source>Title of variant %1</source>
        <translation>变体 %1 的标题</translation>
    </message>
    <message>
        <source>Settings of variant %1, a line each</source>
        <translation>变体 %1 的设置，每行一项</translation>
    </message>
    <message>
        <source>A setting a line, as in a file: policy.pool = all</source>
        <translation>每行一项设置，写法与文件中相同：policy.pool = all</translation>
    </message>
    <message>
        <source>policy.pool = all</source>
        <translation>policy.pool = all</translation>
    </message>
    <message>
        <source>title of a variant</source>
        <translation>更改变体的标题</translation>
    </message>
    <message>
        <source>settings of variant %1</source>
        <translation>更改变体 %1 的设置</translation>
    </message>
    <message>
        <source>Just this</source>
        <translation>只用这个</translation>
    </message>
    <message>
        <source>Make this variant the whole recipe</source>
        <translation>把这个变体变成整个配方</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>removal of a variant</source>
        <translation>移除变体</translation>
    </message>
    <message>
        <source>choice of one variant</source>
        <translation>只用一个变体</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::VitalChart</name>
    <message>
        <source>generation</source>
        <translation>代</translation>
    </message>
    <message>
        <source>gen. %1</source>
        <translation>第 %1 代</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: nothing measured yet.</source>
        <translation>%1：还没有测量结果。</translation>
    </message>
    <message>
        <source>%1 is %2 in generation %3; it was %4 in generation 0</source>
        <translation>%1：第 %3 代为 %2，第 0 代为 %4</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>代</translation>
    </message>
    <message>
        <source>published %1 (%2, %3; %4)</source>
        <translation>已发表的值 %1（%2，%3；%4）</translation>
    </message>
    <message>
        <source>Formula: %1</source>
        <translation>公式：%1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>出处：%1</translation>
    </message>
    <message>
        <source>Diamonds: %1, %2; %3.</source>
        <translation>菱形：%1，%2；%3。</translation>
    </message>
    <message>
        <source>theory expects a %1 of %2</source>
        <translation>理论预期%1为 %2</translation>
    </message>
    <message>
        <source>the real data have %1</source>
        <translation>真实数据为 %1</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::VitalChooser</name>
    <message>
        <source>Vital signs to show, in this order</source>
        <translation>要显示的指标曲线，按此顺序</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Moves the row up (Alt+Up)</source>
        <translation>把这一行上移（Alt+Up）</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Moves the row down (Alt+Down)</source>
        <translation>把这一行下移（Alt+Down）</translation>
    </message>
    <message>
        <source>Usual choice</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Back to what this experiment shows by itself</source>
        <translation>恢复这个实验默认显示的曲线</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::VitalView</name>
    <message>
        <source>Generation %1</source>
        <translation>第 %1 代</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::VitalsColumn</name>
    <message>
        <source>Vital signs</source>
        <translation>指标曲线</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the vital signs to show, and their order</source>
        <translation>选择要显示的指标曲线和它们的顺序</translation>
    </message>
    <message>
        <source>Choose vital signs</source>
        <translation>选择指标曲线</translation>
    </message>
    <message>
        <source>no theory for these settings</source>
        <translation>这些设置没有对应的理论</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::VitalsController</name>
    <message>
        <source>&amp;Enlarge…</source>
        <translation>放大(&amp;E)…</translation>
    </message>
    <message>
        <source>Show data &amp;table</source>
        <translation>显示数据表格(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Automatic axis</source>
        <translation>自动坐标轴(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Linear axis</source>
        <translation>线性坐标轴(&amp;L)</translation>
    </message>
    <message>
        <source>Lo&amp;garithmic axis</source>
        <translation>对数坐标轴(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Copy as picture</source>
        <translation>复制为图片(&amp;C)</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>C&amp;hoose vital signs…</source>
        <translation>选择指标曲线(&amp;H)…</translation>
    </message>
    <message>
        <source>Show data table</source>
        <translation>显示数据表格</translation>
    </message>
    <message>
        <source>Copy a&amp;s</source>
        <translation>复制为(&amp;S)</translation>
    </message>
    <message>
        <source>Show &amp;formula…</source>
        <translation>显示公式(&amp;F)…</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::WindowTour</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>hareloom::ui::WorksheetDialog</name>
    <message>
        <source>&amp;With the answers, computed for this learner</source>
        <translation>附上为这名学生计算的答案(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>The worksheet could not be made</source>
        <translation>无法生成练习单</translation>
    </message>
    <message>
        <source>Worksheet</source>
        <translation>练习单</translation>
    </message>
    <message>
        <source>none: a line to write it on</source>
        <translation>留空则印出一条填写姓名的横线</translation>
    </message>
    <message>
        <source>&amp;Lesson:</source>
        <translation>课程(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>姓名(&amp;N)：</translation>
    </message>
    <message>
        <source>Save worksheet as</source>
        <translation>练习单另存为</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;HTML (*.html)</source>
        <translation>PDF (*.pdf);;HTML (*.html)</translation>
    </message>
    <message>
        <source>The lesson&apos;s experiments run, for the answers.</source>
        <translation>正在运行课程的实验，以计算答案。</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Notes for the &amp;teacher instead: aims, misconceptions, what to discuss</source>
        <translation>改为教师用的说明：目标、误解、讨论题(&amp;T)</translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translation>HTML (*.html)</translation>
    </message>
</context>
</TS>
