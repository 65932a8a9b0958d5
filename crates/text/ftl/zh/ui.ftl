### 页面本身：按钮、标签、标题、帮助。`.everyday` 是在“生活”视角下的说法。

## 顶栏

ui-title = AuroraScope — 看一次写入到达六个副本中的四个
ui-skip = 跳到舞台
ui-scenario = 场景：
ui-lens = 视角
ui-lens-engineer = 工程师
ui-lens-everyday = 生活
ui-language = 语言
ui-theme = 配色
ui-theme-system = 跟随系统
ui-theme-light = 浅色
ui-theme-dark = 深色
ui-theme-contrast = 高对比度
ui-help = 帮助
ui-close = 关闭
ui-dismiss = 关闭

## 场景菜单

ui-scenarios = 场景
ui-chapters = 章节
ui-chapter-missing = 未能载入章节。运行照旧继续，请稍后再试。
ui-chapter = { $number } · { $name }
ui-chapter-storage-and-quorum = 存储与仲裁
ui-chapter-storage-node = 存储节点如何工作
ui-chapter-commit-points = 提交点与崩溃恢复
ui-chapter-reads = 读取与只读副本
ui-chapter-endpoints = 端点
ui-chapter-failover = 故障转移
ui-chapter-membership = 修复与成员
ui-chapter-global = 全局数据库
ui-chapter-mirrored = 与镜像 MySQL 对比
ui-chapter-myths = 误解
ui-scenario-storage-and-quorum = 存储与仲裁
ui-scenario-storage-and-quorum-about = 写入传往三个可用区的六个副本，收到第四个确认就提交。
ui-scenario-first-write = 第一次写入
ui-scenario-first-write-about = 在空卷上写入一次，随后是轻负载。
ui-scenario-zone-down = 一个可用区中断
ui-scenario-zone-down-about = 一个可用区断开，写入靠剩下的四个副本继续进行。
ui-scenario-az-plus-one = 一个可用区再加一个副本
ui-scenario-az-plus-one-about = 只剩三个副本：无法达成写仲裁，但什么都没有丢，全部数据仍可读取。
ui-scenario-two-zones-down = 两个可用区中断
ui-scenario-two-zones-down-about = 只剩两个副本：写入等待，可用区恢复后继续进行。
ui-scenario-slow-copies = 慢副本
ui-scenario-slow-copies-about = 两个副本应答迟缓；在缺少一个可用区之前，没有谁要等它们。
ui-scenario-vcl-is-not-min-pgcl = VCL 不是最小的 PGCL
ui-scenario-vcl-is-not-min-pgcl-about = 一个保护组受阻，整个卷也随之受阻，而另一个保护组继续前进。
ui-scenario-hole-and-gossip = 缺口与互相比对
ui-scenario-hole-and-gossip-about = 一个副本漏掉一段日志，再从同组的副本那里补齐。
ui-scenario-crash-and-recovery = 崩溃与恢复
ui-scenario-crash-and-recovery-about = 写入器崩溃，恢复途中再次崩溃，最后由另一个写入器接替。
ui-scenario-back-pressure = 背压
ui-scenario-back-pressure-about = 日志超出 VDL 的幅度有限，超过之后，新的写入会被扣住。
ui-scenario-lossy-network = 丢包的网络
ui-scenario-lossy-network-about = 每五条消息就丢失一条，但已确认的写入一个也不会丢。
ui-scenario-growth = 会增长的卷
ui-scenario-growth-about = 页面都满了就新增一个保护组；已有的行留在原处。
ui-scenario-busy = 繁忙的集群
ui-scenario-busy-about = 同时有几百条消息在途。
ui-scenario-crowd = 人山人海
ui-scenario-crowd-about = 同时有几千条消息在途。
ui-scenario-cluster = 运行中的集群
ui-scenario-cluster-about = 客户端执行事务；写入器故障，优先级 0 的读取器接替，随后所有实例逐个打补丁。
ui-scenario-rotation = 区域轮换
ui-scenario-rotation-about = 带无实例副区域的全局数据库：新加坡成为主区域，再换回东京，毫无丢失。
ui-scenario-region-outage = 区域中断
ui-scenario-region-outage-about = 爱尔兰落后 0.7 秒接管：它还没有的数据会丢失，只留在旧卷的快照里。
ui-scenario-volume = 128 TiB 的卷
ui-scenario-volume-about = 13,108 个保护组，每组六个副本，全在一张图上。
ui-scenario-own = { $name }
ui-open-file = 打开场景文件…
ui-restart = 从头开始
ui-new-seed = 换一个种子从头开始
ui-seed = 种子 { $seed }

## 舞台

ui-stage = 舞台
    .everyday = 舞台
ui-stage-described = 舞台的文字描述
ui-clients = 客户端
    .everyday = 顾客
ui-you = 您
ui-client-number = { $number }
ui-zone = 可用区 { $zone }
    .everyday = { $zone } 楼
ui-zone-short = AZ { $zone }
    .everyday = { $zone } 楼
ui-zone-cut = 已断开
    .everyday = 无法进入
ui-hop = { SHORT($shortest) } – { SHORT($longest) }
ui-writer = 写入器
    .everyday = 店长
ui-copy = 副本
    .everyday = 保险柜
ui-ring-count = { $confirmed }
ui-ring-of =
    { $over ->
        [yes] 需要 { $needed }
       *[no] / { $needed }
    }
ui-queue = { $waiting } 个等待中
    .everyday = { $waiting } 份文件还不安全
ui-queue-held = { $waiting } 个等待中，{ $held } 个被扣住
    .everyday = { $waiting } 份文件还不安全，{ $held } 份在收银台等候
ui-link = 写入器与副本 { $copy } 之间的路径
    .everyday = 店长与保险柜 { $copy } 之间的路
ui-group = PG { $group }
    .everyday = 第 { $group } 组
ui-scl = SCL { $scl }
    .everyday =
        { NUMBER($scl) ->
            [0] 0
           *[other] 1–{ $scl }
        }
ui-lsn = { $lsn }

## 标尺

ui-ruler = 写入器眼中的日志
    .everyday = 店长眼中的纸张
ui-ruler-lost = 崩溃时的日志（现在没有人知道各个点）
    .everyday = 店长倒下时的纸张（现在没有人知道各个标记）
ui-vdl = VDL
    .everyday = 安全
ui-vcl = VCL
    .everyday = 已存四柜
ui-pgcl = PGCL { $group }
    .everyday = 第 { $group } 组
ui-commit-here = T{ $txn } 在此提交
    .everyday = 文件 { $txn } 到此为止
ui-group-read-write = PG { $group }：可读可写
    .everyday = 第 { $group } 组：可查可存
ui-group-read-only = PG { $group }：只读
    .everyday = 第 { $group } 组：只能查阅
ui-group-unavailable = PG { $group }：不可用
    .everyday = 第 { $group } 组：够不着
ui-volume = 卷的全部保护组
    .everyday = 全部保险柜组
ui-volume-choose = 选择保护组
    .everyday = 选择一组
ui-volume-read-write = 可读可写：{ $count }
    .everyday = 可查可存：{ $count }
ui-volume-read-only = 只读：{ $count }
    .everyday = 只能查阅：{ $count }
ui-volume-unavailable = 不可用：{ $count }
    .everyday = 够不着：{ $count }
ui-volume-hint = 格子越亮，写入得越近。
    .everyday = 格子越亮，存入得越近。

## 侧边面板

ui-panel = 现在的情况
ui-hint = 先试试这个：按下面的“写入”，跟着您自己的记录去到各个副本。然后选一个可用区的名字，把它断开。
    .everyday = 先试试这个：按下面的“写入”，跟着您自己的那张纸去到各个保险柜。然后选一栋楼的名字，把它封闭。
ui-hint-chapter = 也可以跟着章节一步一步来：
ui-why-nothing = 没有什么在等待
ui-why-nothing-about = 要求的每次提交都已得到确认。一旦有提交要等，这里会一步一步证明原因。
    .everyday = 交来的每份文件都安全了。一旦有文件要等，这里会一步一步说明原因。
ui-ask = 亲自提个请求
ui-key = 键
    .everyday = 栏目
ui-value = 值
    .everyday = 内容
ui-put = 写入
ui-get = 读取
# $number of the reader
ui-get-from = 在读取器 { $number } 读取
    .everyday = 在阅览室 { $number } 查阅
# $pages number
ui-reader-cache = 缓存中的页面：{ $pages }
    .everyday = 架上的活页夹：{ $pages }
# $applied and $ignored numbers
ui-reader-records = 已应用的记录：{ $applied }，丢弃：{ $ignored }
    .everyday = 已归入的纸：{ $applied }，丢弃：{ $ignored }
ui-broken = 当前的故障
ui-mend = 修复
ui-fact = { $id }

## 文字日志

ui-log = 发生了什么
ui-verbosity = 讲多少
ui-verbosity-1 = 只讲大事
ui-verbosity-2 = 多讲一些
ui-verbosity-3 = 全部
ui-log-waits = 阅读某一行时，列表会停住。按 End 到最新一行。
ui-at = { $time }
ui-flood = 刚才几秒里发生了 { $events } 个事件。暂停后可以逐条听。

## 时间

ui-transport = 时间
ui-play = 播放
ui-pause = 暂停
ui-step = 前进一个事件
ui-step-back = 后退一个事件
ui-clock = 模拟时间
ui-timeline = 时间轴
ui-lane-commits = 提交
    .everyday = 安全
ui-lane-messages = 消息
    .everyday = 信差
ui-lane-faults = 故障
ui-speed = 速度
ui-lagging = 已是本设备的最快速度
ui-under-way = 进行中：{ $percent }%
ui-until = 运行到…
ui-until-commit = 下一次提交
    .everyday = 下一份文件安全了
ui-until-fault = 下一次故障
ui-until-quorum-lost = 写仲裁无法达成
    .everyday = 剩下的保险柜太少，无法再添纸
ui-until-vdl = VDL 前进
    .everyday = 又有纸安全了

## 通知

ui-file-place = 第 { $line } 行，第 { $column } 列：
ui-bad-play = 网址中写的是 play={ $value }，只能是 0 或 1。时间照常前进。
ui-done = 已完成。
ui-opened = 场景已打开。
ui-file-refused = 这个文件无法作为场景打开。当前的运行照常继续。
ui-file-too-large = 这个文件太大，不能作为场景。当前的运行照常继续。
ui-file-not-read = 浏览器无法读取这个文件。当前的运行照常继续。

## 帮助

ui-help-about = 客户端写入行；写入器把每次写入变成日志记录，发往三个可用区的六个副本。到这次提交为止的每条记录都存进六个副本中的四个时，提交才得到确认。在舞台上选中任何一样东西，可以查看它的状态，也可以让它停止、断开、变慢或重启；在这里做什么都不会造成无法挽回的损失。
    .everyday = 顾客带来要写进一份重要文件的内容。店长把它们写在编了号的纸上，并让每张纸都存进三栋楼里的六个保险柜。直到签名为止的每张纸都进了六个保险柜中的四个，就告诉顾客“安全了”。在舞台上选中任何一样东西，可以看看它怎么样，把它弄坏或修好；在这里做什么都不会造成无法挽回的损失。
ui-help-shapes = 路上都有什么
    .everyday = 路上都有谁
ui-help-keys = 按键
ui-shape-ask = 请求，或对它的应答
ui-shape-write = 日志记录，从写入器到副本
    .everyday = 新的纸，从店长到保险柜
ui-shape-ack = 确认：“到这里为止我都存好了”
    .everyday = 保管员的回执：“到这里为止的纸我都有”
ui-shape-gossip = 两个副本互相比对完整到哪里
    .everyday = 两个保管员互相核对齐到哪里
ui-shape-fill = 缺少的记录，从一个副本到另一个副本
    .everyday = 缺少的纸，从一个保管员到另一个保管员
ui-shape-page = 被读取的页面
    .everyday = 有人要查阅的活页夹
ui-shape-redo = 从写入器到读取器的重做流
    .everyday = 店长发给阅览室的抄件
ui-shape-lost = 途中丢失
ui-shortcuts = 用单个按键作为快捷键
ui-key-play = 播放或暂停
ui-key-step = 前进一个事件
ui-key-step-back = 后退一个事件
ui-key-speed = 加快、放慢
ui-key-chapter = 章节的下一步、上一步
ui-key-arrows = 在舞台上移动（焦点已在舞台上时）
ui-key-enter = 显示焦点所在之物的状态，以及可以对它做什么
ui-key-log = 在事件列表中逐行移动（焦点已在某一行时）
ui-key-escape = 不再查看它
ui-key-lens = 切换到另一个视角
ui-key-help = 本帮助

## 页脚

ui-not-affiliated = AuroraScope 是独立的教学模型，与 Amazon Web Services 没有关联。
ui-licence = 自由软件：MIT 或 Apache-2.0
ui-language-missing = 未能加载{ $language }，页面将保持当前语言。请稍后再次选择{ $language }。

## A transaction of several rows

ui-begin = 开始事务
    .everyday = 开始一份文件
ui-transaction = 事务
    .everyday = 文件
ui-transaction-about = 现在“写入”和“读取”都会加进来。选定如何结束后，整个一起发送。
    .everyday = 现在要写的、要查的都会加进来。选定如何结束后，一起递上。
ui-between = 语句之间
    .everyday = 行与行之间
ui-between-none = 不停顿
ui-between-short = 0.1 秒
ui-between-second = 1 秒
ui-between-long = 10 秒
ui-commit = 提交
    .everyday = 签字
ui-roll-back = 回滚
    .everyday = 撤回
ui-discard = 丢弃
