# 做不到的事怎么说：被拒绝的命令、场景文件里的错误、没有实现的预期，以及命令行的说明。
# 每句话讲清楚“怎么了”和“该怎么办”。写在文件里的名称（zone、cut_zone、ms 等）在任何语言里都保持原样。

## 被拒绝的命令。什么都没有改变。

refusal-no-such-group = 没有保护组 { $group }：该卷只有{ $groups ->
        [1] 一个保护组
       *[other] 保护组 1 到 { $groups }
    }。
refusal-no-such-zone = 没有可用区 { $zone }：可用区只有 a、b 和 c。
refusal-no-such-copy = 现在没有副本 { $copy }。
refusal-already-stopped = 副本 { $copy } 已经停止。
refusal-not-stopped = 副本 { $copy } 正在运行，无法重启：请先停止它。
refusal-copy-already-cut = 副本 { $copy } 已经断开。
refusal-copy-not-cut = 副本 { $copy } 没有断开，不需要恢复。
refusal-zone-already-cut = 可用区 { $zone } 已经断开。
refusal-zone-not-cut = 可用区 { $zone } 没有断开，不需要恢复。
refusal-same-site = 链路要有两个不同的端点：请为“{ $site }”另选一端。
refusal-out-of-range = “{ $field }”为 { $found }，但必须在 { $min } 和 { $max } 之间。
refusal-empty-key = 行必须有键：请至少输入一个字符。
refusal-key-too-long = 键有 { $found } 字节，最长为 { $max } 字节。
refusal-value-too-long = 值有 { $found } 字节，最长为 { $max } 字节。
refusal-no-load = 客户端没有在自动发出请求，没有什么可停止的。
refusal-not-a-member = 副本 { $copy } 不是那里的成员。
refusal-newcomer = 副本 { $copy } 自己还在填充：请改为撤回替换。
refusal-already-leaving = 副本 { $copy } 已在替换中。
refusal-two-at-once = 该组已有两个副本在替换中，请等其中一个完成。
refusal-not-leaving = 副本 { $copy } 没有在替换，无可撤回。
refusal-patching = 正在打补丁，请等它完成。
refusal-group-not-whole = 现在不能给副本 { $copy } 打补丁：保护组 { $group } 缺另一个副本，或正在更换成员。
refusal-background-paused = 后台工作已经暂停了。
refusal-background-not-paused = 后台工作没有暂停，没有什么可恢复的。
refusal-nothing-to-damage = 副本 { $copy } 还没有那个页面：请先写入该行。
refusal-no-long-read = 没有正在运行的长查询，没有什么可结束的。
refusal-writer-is-down = 写入器已经停止。
refusal-writer-is-up = 写入器正在运行；只有停止之后才能重新启动。
refusal-writer-is-there = 写入器已在可用区 { $zone } 中运行，请指定其他可用区。
refusal-no-such-reader = 没有读取器 { $number }。
refusal-reader-is-down = 读取器 { $number } 已经停止。
refusal-reader-is-up = 读取器 { $number } 正在运行；只有停止之后才能重新启动。
refusal-no-cluster = 这个场景没有照看写入器的集群。
refusal-cluster-chooses = 在这个集群中由控制平面选择写入器；请改为请求故障转移。
refusal-failover-under-way = 故障转移正在进行。
refusal-no-successor = 没有能成为写入器的实例。
refusal-cluster-is-stopped = 集群已停止，不能修改：请先启动。
refusal-cluster-is-running = 集群没有停止。
refusal-too-many-readers = 一个集群最多有 15 个读取器。

site-writer = 写入器
site-clients = 客户端
site-copy = 副本 { $copy }

## 不是 JSON 的文件

problem-not-text = 文件从这里起不是 UTF-8 文本：请用 UTF-8 编码保存。
problem-file-too-long = 文件有 { $found } 字节，最多只能读取 { $max } 字节。
problem-json-empty = 文件是空的：场景是写在花括号里的 JSON 对象。
problem-json-comment = 这里不能写注释：请删除它。
problem-json-trailing-comma = 最后一项后面多了一个逗号：请删除它。
problem-json-comma-missing = 这里缺少一个逗号。
problem-json-colon-missing = 字段名和值之间缺少冒号。
problem-json-value-missing = 字段没有值：请在冒号后面写上值。
problem-json-quotes-missing = 名称和字符串要放在双引号里。
problem-json-quote-missing = 这个字符串缺少结尾的引号。
problem-json-brace-missing = 从这里开始的对象缺少右花括号。
problem-json-bracket-missing = 从这里开始的数组缺少右方括号。
problem-json-more-text = 场景在此之前已经结束：请删除后面的内容。
problem-json-too-deep = 嵌套太深，不像一个场景。
problem-json-escape = 没有这样的转义序列：反斜杠写作 \\，引号写作 \"，换行写作 \n，其他字符写作 \u 加四位十六进制数。
problem-json-number = 这不是 JSON 数字的写法，正确的写法如 42。
problem-json-unexpected = 这里不该出现这个内容。
problem-json-control = 字符串里不能有换行等控制字符：换行请写作 \n。

## 是 JSON 但不是场景的文件

problem-unknown-field = 这里没有“{ $name }”字段，可用的有：{ $known }。
problem-unknown-name = 这里不认识“{ $name }”，可用的有：{ $known }。
list-too-long = 见文件格式架构中的列表
problem-missing-field = 缺少字段“{ $name }”。
problem-duplicate-field = 字段“{ $name }”在这里出现了两次：请只保留一个。
problem-wrong-kind = 这里应该是{ $expected }，而不是{ $found }。
problem-out-of-range = { $found } 超出范围：这个数必须在 { $min } 和 { $max } 之间。
problem-wrong-length = 数组有 { $found } 项，应为 { $expected } 项。
problem-not-one-field = 这里应该是只有一个字段的对象，由字段名说明含义；现在有 { $found } 个字段。
problem-other = 无法读取：{ $message }。

kind-object = 花括号里的对象
kind-list = 方括号里的数组
kind-text = 双引号里的字符串
kind-number = 数字
kind-whole-number = 不小于 0 的整数
kind-fraction = 不是整数的数字
kind-true-or-false = 布尔值（true 或 false）
kind-null = 空值（null）
kind-nothing = 单独的名称（不带对象）
kind-level = 一个 LSN，或一个点的名称，例如 "vcl" 或 { "{" } "pgcl": { "{" } "group": 1 { "}" } { "}" }
kind-other = 别的内容

problem-bad-time = 这不是时间：请写数字加单位（us、ms、s、min 或 h），例如 "5ms" 或 "1.5s"。
problem-time-too-fine = 时间以整数微秒计：这里的小数位太多。
problem-time-too-long = 这个时间太长，无法计数。
problem-version = 文件的格式版本是 { $found }，本程序读取的是版本 { $known }。
problem-until-too-late = 一次运行最长为 { $max }。
problem-list-too-long = 数组有 { $found } 项，最多为 { $max } 项。
problem-range-backwards = 范围的终点在起点之前：请把较小的数写在前面。

## 说不通的场景

problem-after-the-end = { $at }晚于运行的终点（{ $until }）：请选择更早的时刻，或把“until”设得更晚。
problem-needs-regions = 这用于全局数据库：请写明“regions”。
problem-not-with-regions = 这用于单个集群。有“regions”时，请用“between”和“expect_between”，以及“regions”内的“cluster”。
problem-span-backwards = 时间段的终点（{ $to }）早于起点（{ $from }）：请将两者对调。
problem-one-when = 每条预期要且只要说明一次何时成立：用“at”“within”“throughout”“before”“after”之一。
problem-event-throughout = 事件发生在一个瞬间：请用“within”代替“throughout”。
problem-message-without-sent = “message”只能用于“sent”事件。
problem-empty-claim = 这里没有提出任何要求：请至少写出“acknowledged”“waiting”“held”“lost”之一。

hint-did-you-mean = 您是不是想写“{ $name }”？
