# 每个事件说成一句话。正文面向工程师；.everyday 是“把重要文件存进多个保险柜”的比喻。
# 写入器＝店长，副本＝保险柜，可用区＝楼，保护组＝一组六个保险柜，记录＝纸，页面＝活页夹，确认＝回执，
# 事务＝文件，提交记录＝签名。
# 会嵌入别句的短语以汉字开头和结尾，前后就不必再加空格。

## 谁

who-writer = 写入器
    .everyday = 店长
who-old-writer = 旧写入器
    .everyday = 原来的店长
who-clients = 各客户端
    .everyday = 顾客
who-visitor = 您
who-client = 第 { $number } 号客户端
    .everyday = 第 { $number } 号顾客
who-copy = 保护组 { $group } 的 { $copy } 副本
    .everyday = 第 { $group } 组的 { $copy } 柜
who-node = 副本 { $copy } 所在的存储节点
    .everyday = 保险柜 { $copy } 的保管员
who-control-plane = 控制平面
    .everyday = 总部
who-reader = 读取器 { $number }
    .everyday = 阅览室 { $number }

## 客户端的请求。put 和 get 是操作名

request-put = put { $key } = { $value }
    .everyday = 在 { $key } 一栏记下 { $value }
request-get = get { $key }
    .everyday = 查看 { $key } 一栏
request-long-get = 对 { $key } 的长查询
    .everyday = 对 { $key } 一栏的漫长查阅
request-transaction = 从 { $key } 开始的 { $count } 条语句的事务
    .everyday = 从 { $key } 一栏开始的 { $count } 行文件
request-gone = 第 { $number } 号请求
    .everyday = 第 { $number } 号委托
request-undo = 保护组 { $group } 的撤销
    .everyday = 第 { $group } 组的善后

## 网络上传送的消息

message-ask = 请求“{ $request }”
    .everyday = 委托“{ $request }”
message-answer = 对“{ $request }”的应答
    .everyday = 对“{ $request }”的答复
message-write =
    { $records ->
        [1] 记录 { $last }
       *[other] 截至 { $last } 的 { $records } 条记录
    }
    .everyday =
        { $records ->
            [1] 第 { $last } 张纸
           *[other] 截至第 { $last } 张的 { $records } 张纸
        }
message-fill =
    { $records ->
        [1] 缺少的记录 { $last }
       *[other] 缺少的 { $records } 条记录（截至 { $last }）
    }
    .everyday =
        { $records ->
            [1] 所缺第 { $last } 张纸的复印件
           *[other] 所缺 { $records } 张纸的复印件（截至第 { $last } 张）
        }
message-ack = 确认（SCL { $scl }）
    .everyday = 回执（截至第 { $scl } 张，一张不缺）
message-report = 新的 SCL（{ $scl }）
    .everyday = 消息（截至第 { $scl } 张已经补齐）
message-compare = 用于比对的 SCL（{ $scl }）
    .everyday = 核对单（我这里截至第 { $scl } 张，一张不缺）
message-same = 答复（SCL 同样是 { $scl }）
    .everyday = 答复（我这里也齐到第 { $scl } 张）
message-lack = 补发请求（要 { $after } 之后的记录）
    .everyday = 补件请求（要第 { $after } 张之后的纸）
message-read-page = 为“{ $request }”读取页面的请求（页面 { $page }，截至记录 { $at }）
    .everyday = 为“{ $request }”查阅活页夹的请求（第 { $page } 号，截至第 { $at } 张纸）
message-page-image = 供“{ $request }”使用的页面
    .everyday = 供“{ $request }”查阅的活页夹
message-not-that-far = 对“{ $request }”的答复（只完整到 { $scl }）
    .everyday = 对“{ $request }”的答复（只齐到第 { $scl } 张）
message-members = 纪元 { $epoch } 的成员名单
    .everyday = 第 { $epoch } 版名单
message-members-kept = 已记下纪元 { $epoch } 成员的答复（SCL { $scl }）
    .everyday = 第 { $epoch } 版名单的回执（截至第 { $scl } 张，一张不缺）
message-copy-page = 复制页面 { $page } 的请求
    .everyday = 抄写卷宗 { $page } 的请求
message-page-copy = 页面 { $page } 的副本
    .everyday = 卷宗 { $page } 的抄本
message-are-you-full = 询问是否已齐到 { $needs }
    .everyday = 询问是否已齐到第 { $needs } 张
message-full = 已经齐全的答复（SCL { $scl }）
    .everyday = 答复：已齐到第 { $scl } 张
message-horizon = 通知（已持久化到 { $durable }，PGMRPL 为 { $pgmrpl }）
    .everyday = 通知（到第 { $durable } 张都已安全，第 { $pgmrpl } 张之前不再有人查阅）
message-too-far-back = 对“{ $request }”的答复（不提供 { $pgmrpl } 之前的页面）
    .everyday = 对“{ $request }”的答复（早于第 { $pgmrpl } 张的已不保留）
message-unreadable = 对“{ $request }”的答复（本地的页面已损坏）
    .everyday = 对“{ $request }”的答复（手里的活页夹已破损）
message-lack-page = 索取页面 { $page } 完好版本的请求
    .everyday = 索取第 { $page } 号活页夹抄本的请求
message-peer-page = 页面 { $page } 的完好版本
    .everyday = 第 { $page } 号活页夹的抄本
message-stale = 拒绝：纪元过旧（当前卷纪元为 { $volume }，成员纪元为 { $membership }，几何纪元为 { $geometry }）
    .everyday = 谢绝：钥匙是旧的，锁已经换过（钥匙 { $volume }，保险柜 { $membership }，柜架 { $geometry }）
message-survey = 询问：完整到哪里（并且不再听从早于卷纪元 { $epoch } 的一方）
    .everyday = 询问：纸齐到哪里（并且不再为早于 { $epoch } 的钥匙开柜）
message-surveyed = 答复（完整到 { $scl }）
    .everyday = 答复（齐到第 { $scl } 张）
message-truncate = 截断范围：{ $first } 至 { $last } 作废
    .everyday = 作废通知：第 { $first } 至 { $last } 号纸
message-truncated = 截断范围已写入磁盘的确认
    .everyday = 作废号码已记下的确认
message-raise-epoch = 启用卷纪元 { $epoch } 的指令
    .everyday = 换锁指令（钥匙 { $epoch }）
message-epoch-raised = 卷纪元 { $epoch } 的确认（SCL { $scl }）
    .everyday = 钥匙 { $epoch } 的确认（齐到第 { $scl } 张）
message-pass = 把 { $after } 之后的记录发给副本 { $copy } 的指令
    .everyday = 把第 { $after } 张之后的纸送到保险柜 { $copy } 的指令
message-follow = 跟随重做流的请求
    .everyday = 请求寄送抄件
message-begin = 从 VDL { $at } 起的重做流
    .everyday = 从第 { $at } 张纸开始的通知
message-redo = { $after } 之后到 { $upto } 的重做流，VDL { $vdl }
    .everyday = 第 { $after } 张之后到第 { $upto } 张的抄件，到第 { $vdl } 张为止是稳妥的
message-heard = 已收齐到 { $upto } 的回报，最低读取点 { $lowest }
    .everyday = 已收齐到第 { $upto } 张的回话，从第 { $lowest } 张起还用得着
message-gone = 一条消息
    .everyday = 一份递送件

## 消息为何丢失

lost-cut = 路径已断开
    .everyday = 路被封了
lost-chance = 偶然丢失
    .everyday = 信差弄丢了
lost-stopped = 接收方已停止
    .everyday = 保险柜坏了
lost-not-open = 卷尚未打开
    .everyday = 收银台还没有开
lost-read-only = 它是读取器，不接受写入
    .everyday = 阅览室不收文件

## 保护组此刻的能力

ability-read-write = 写仲裁和读仲裁都能达成
    .everyday = 新的纸能安全存放
ability-read-only = 只能达成读仲裁，提交须等待
    .everyday = 新的纸暂时无法安全存放，但什么也没有丢
ability-unavailable = 两种仲裁都无法达成，提交须等待
    .everyday = 剩下的保险柜太少，新的纸无法安全存放

## 记录所作的更改

change-put-row = 行“{ $key }”写入新值
    .everyday = 改写“{ $key }”一栏
change-txn-active = 事务 { $txn } 开始
    .everyday = 开始写文件 { $txn }
change-txn-wrote = 事务 { $txn } 写了一行
    .everyday = 文件 { $txn } 添了一行
change-txn-committed = 事务 { $txn } 的提交记录
    .everyday = 给文件 { $txn } 签名
change-undo-row = 行“{ $key }”恢复原值
    .everyday = “{ $key }”一栏恢复原样
change-txn-rolled-back = 事务 { $txn } 回滚
    .everyday = 撤回文件 { $txn }
change-let-go = 早已写入页的更改
    .everyday = 早已誊清的更改

## 事件

event-run-began = 运行开始，种子为 { $seed }。
    .everyday = 办事处开门了，今天的编号是 { $seed }。
event-asked =
    { $write ->
        [yes] { $who }请求写入：{ $request }。
       *[no] { $who }请求读取：{ $request }。
    }
    .everyday =
        { $write ->
            [yes] { $who }送来一份文件：{ $request }。
           *[no] { $who }想查阅：{ $request }。
        }
event-sent = { $from }向{ $to }发送了{ $message }。
    .everyday = 信差从{ $from }那里出发，要把{ $message }送到{ $to }那里。
event-delivered = { $to }收到了{ $from }发来的{ $message }。
    .everyday = 信差把{ $message }从{ $from }那里送到了{ $to }那里。
event-answer = 您收到了对“{ $request }”的应答。
event-answer-committed = 您收到了对“{ $request }”的应答：已在 LSN { $scn } 处提交。
    .everyday = 您收到了对“{ $request }”的答复：直到第 { $scn } 张纸都安全了。
event-answer-found = 您收到了对“{ $request }”的应答：“{ $value }”。
    .everyday = 您收到了对“{ $request }”的答复：“{ $value }”。
event-answer-not-found = 您收到了对“{ $request }”的应答：没有这一行。
    .everyday = 您收到了对“{ $request }”的答复：没有这一栏。
event-answer-page-full = 您收到了对“{ $request }”的应答：页面已满，没有写入。
    .everyday = 您收到了对“{ $request }”的答复：活页夹已满，没有记下。
event-answer-ended = 您收到了对“{ $request }”的应答：{ $outcome }。
    .everyday = 您收到了对“{ $request }”的答复：{ $outcome }。
transaction-ended =
    { $how ->
        [committed] 已在 LSN { $scn } 处提交
        [read-only] 已结束，没有写入
        [asked] 按客户端要求回滚
        [deadlock] 因死锁回滚
        [no-room] 因页面已满回滚
       *[restart] 因写入器重启回滚
    }{ $count ->
        [0] { "" }
       *[other] ，读到：{ $found }
    }
    .everyday =
        { $how ->
            [committed] 直到第 { $scn } 张纸都安全了
            [read-only] 已办完，没有记下什么
            [asked] 按顾客的意思撤回
            [deadlock] 因互相等待而撤回
            [no-room] 因活页夹已满而撤回
           *[restart] 因柜台暂时关闭而撤回
        }{ $count ->
            [0] { "" }
           *[other] ，查到：{ $found }
        }
event-lost = 从{ $from }到{ $to }的途中丢失了{ $message }，原因：{ $why }。
event-copy-stopped = 保护组 { $group } 的副本 { $copy } 停止了。
    .everyday = 第 { $group } 组的保险柜 { $copy } 坏了。
event-copy-restarted = 保护组 { $group } 的副本 { $copy } 恢复运行，磁盘上的内容都还在。
    .everyday = 第 { $group } 组的保险柜 { $copy } 修好了，里面的东西都还在。
event-copy-cut = 副本 { $copy } 所在的存储节点与网络断开了。
    .everyday = 通往保险柜 { $copy } 的路被封了。
event-copy-healed = 副本 { $copy } 所在的存储节点重新连通了。
    .everyday = 通往保险柜 { $copy } 的路重新通了。
event-zone-cut = 可用区 { $zone } 与其他可用区断开了。
    .everyday = { $zone } 楼被封闭，谁也无法进出。
event-zone-healed = 可用区 { $zone } 重新连通了。
    .everyday = { $zone } 楼重新开放了。
event-writer-crashed = 写入器崩溃，内存中的内容丢失。已确认的写入全部保留在存储中。
    .everyday = 店长倒下了，脑子里记的全没了。答应保管的文件都还在保险柜里。
event-writer-started = 可用区 { $zone } 中的实例作为写入器启动，集群端点已指向它。
    .everyday = { $zone } 楼的店长接手，顾客从此到那里办理。
event-writer-takes-over = 可用区 { $zone } 的实例现作为写入器运行，先恢复卷。
    .everyday = { $zone } 楼的代理接手收银台，先清点保险柜。
event-writer-failed = 实例 { $number } 接连几次没有应答健康检查：控制平面认定写入器故障。
    .everyday = 总部几次呼叫收银台 { $number } 都没有回音：认定店长不在。
event-successor-chosen = 选定实例 { $number } 成为写入器：{ $why }。第 { $attempt } 次尝试。
    .everyday = 由 { $number } 号代理接手收银台：{ $why }。第 { $attempt } 次尝试。
chosen-only-one = 没有其他候选
chosen-tier = 提升层级的优先级最高
    .everyday = 名单上排在最前
chosen-size = 同一提升层级中规格最大
    .everyday = 名单上并列者中最大
chosen-lot = 层级和规格都相同，由抽签决定
    .everyday = 条件都相同，由抽签决定
chosen-asked = 由人指定
chosen-in-place = 主机仍在，原地重新启动
    .everyday = 把店长叫醒
chosen-recreated = 没有读取器，在原可用区重新创建
    .everyday = 没有代理，新雇了店长
event-no-successor = 没有实例可以接替实例 { $number }：在原可用区重新创建写入器，需要几分钟。存储保留全部数据。
    .everyday = 没有人能接替收银台 { $number }：要新雇店长，需要几分钟。文件都在保险柜里。
event-cluster-stranded = 没有实例能成为写入器，其可用区也无法到达。数据是安全的；请在其他可用区添加实例。
    .everyday = 没有店长，楼也被封闭。文件是安全的；请在另一栋楼开设收银台。
event-promotion-began = 读取器 { $number } 结束进程，其主机作为写入器启动。
    .everyday = 阅览室 { $number } 关门，代理去收银台。
event-writer-demoted = 旧写入器结束进程，其主机将作为读取器回来。
    .everyday = 原店长离开收银台，改开阅览室。
event-endpoint-moved = 集群端点现在指向实例 { $number }。
    .everyday = 门口的指示牌现在指向收银台 { $number }。
event-connected = { $who } 已连接到实例 { $number }。
    .everyday = { $who } 到了 { $number } 号前。
event-connection-broke = { $who } 与实例 { $number } 的连接断开。
    .everyday = { $who } 在 { $number } 号前等不下去了。
event-failover-asked = 有人请求了故障转移。
    .everyday = 有人要求更换店长。
event-tier-set = 实例 { $number } 的提升层级现为 { $tier }。这不会引发故障转移。
    .everyday = { $number } 号室在名单上的位次现为 { $tier }。
event-reader-added = 在可用区 { $zone } 添加了读取器 { $number }。
    .everyday = 在 { $zone } 楼设立了阅览室 { $number }。
event-copy-slowed =
    { $times ->
        [1] 副本 { $copy } 的磁盘恢复了平常的速度。
       *[other] 副本 { $copy } 的磁盘现在要花平常 { $times } 倍的时间。
    }
    .everyday =
        { $times ->
            [1] 保险柜 { $copy } 的锁恢复了平常的速度。
           *[other] 保险柜 { $copy } 的锁现在要花平常 { $times } 倍的时间。
        }
event-link-slowed =
    { $times ->
        [1] { $from }与{ $to }之间的路径恢复了平常的速度。
       *[other] { $from }与{ $to }之间的路径现在要花平常 { $times } 倍的时间。
    }
    .everyday =
        { $times ->
            [1] { $from }与{ $to }之间的路恢复了平常的速度。
           *[other] { $from }与{ $to }之间的路现在要花平常 { $times } 倍的时间。
        }
event-loss-set =
    { $percent ->
        [0] 消息不再偶然丢失。
       *[other] 从现在起，所有消息中有 { $percent }% 会丢失。
    }
    .everyday =
        { $percent ->
            [0] 信差不再弄丢东西。
           *[other] 从现在起，信差会弄丢 { $percent }% 的递送件。
        }
event-loss-set-copy =
    { $percent ->
        [0] 副本 { $copy } 的消息不再偶然丢失。
       *[other] 从现在起，副本 { $copy } 的消息中有 { $percent }% 会丢失。
    }
    .everyday =
        { $percent ->
            [0] 保险柜 { $copy } 的信差不再弄丢东西。
           *[other] 从现在起，保险柜 { $copy } 的信差会弄丢 { $percent }% 的递送件。
        }
event-load-started = 客户端开始自动发出请求。
    .everyday = 顾客开始陆续上门。
event-load-stopped = 客户端不再发出新请求，已发出的仍会得到应答。
    .everyday = 不再接待新顾客，已经进门的仍会办完。
event-command-refused = 场景中的第 { $number } 条命令在当时无法执行，已跳过。
event-ability-changed = 保护组 { $group }：有 { $count } 个副本可达（{ COPIES($reachable) }），{ $ability }。
    .everyday = 第 { $group } 组：有 { $count } 个保险柜够得着（{ COPIES($reachable) }），{ $ability }。
event-record-made =
    写入器生成了记录 { $lsn }，属于保护组 { $group } 的页面 { $page }：{ $change }。{ NUMBER($before) ->
        [0] 它是该组的第一条记录
       *[other] 在该组中它接在 { $before } 之后
    }{ $ends-mtr ->
        [yes] ，并结束了一个小事务。
       *[no] 。
    }
    .everyday =
        店长写好了第 { $lsn } 张纸，归入第 { $group } 组的第 { $page } 号活页夹：{ $change }。{ NUMBER($before) ->
            [0] 它是该组的第一张纸
           *[other] 在该组中它接在第 { $before } 张之后
        }{ $ends-mtr ->
            [yes] ，到这里一个步骤完成了。
           *[no] 。
        }
event-commit-queued = 事务 { $txn } 等待日志持久化到 { $scn }，写入器先去处理别的工作。
    .everyday = 文件 { $txn } 已写好，等到第 { $scn } 张为止的纸都安全了就算办妥。店长先去忙别的。
event-statement-began = “{ $request }”执行到第 { $number } 条语句：{ $statement }。
    .everyday = “{ $request }”写到第 { $number } 行：{ $statement }。
event-statement-last = “{ $request }”到了结尾。
    .everyday = “{ $request }”写完了。
event-row-written = 事务 { $txn } 以记录 { $lsn } 写了一行：在它结束之前，别人不能写这一行，也看不到新值。
    .everyday = 文件 { $txn } 添了一行（第 { $lsn } 张纸）：签名之前，别人不能动这一栏，也看不到内容。
event-lock-awaited = “{ $request }”在等待：事务 { $txn } 持有该行的锁。
    .everyday = “{ $request }”在等待：文件 { $txn } 占着那一栏。
event-commit-shared = 事务 { $txn } 写在多个保护组里：记录 { $lsn } 在其中一个组记下它的提交。
    .everyday = 文件 { $txn } 分在几组里：第 { $lsn } 张纸在其中一组记下签名。
event-rollback-began =
    “{ $request }”回滚：{ $why ->
        [asked] 客户端要求如此，各行恢复原值。
        [deadlock] 否则会与另一个事务互相等待，形成死锁。
        [no-room] 页面放不下其中一行。
       *[restart] 写入器要重启。
    }
    .everyday =
        “{ $request }”撤回：{ $why ->
            [asked] 顾客要求如此，各栏恢复原样。
            [deadlock] 否则双方会永远互相等待。
            [no-room] 活页夹已满。
           *[restart] 柜台暂时关闭。
        }
event-transaction-ended = “{ $request }”结束：{ $outcome }。
    .everyday = “{ $request }”办完了：{ $outcome }。
event-allocation-held = “{ $request }”要等待分配 LSN：日志超出 VDL 太多。
    .everyday = “{ $request }”要等一等：还没有安全存放的纸太多了。
event-persisted =
    { $records ->
        [1] 保护组 { $group } 的副本 { $copy } 把记录 { $last } 写入了磁盘，SCL 为 { $scl }。
       *[other] 保护组 { $group } 的副本 { $copy } 把截至 { $last } 的 { $records } 条记录写入了磁盘，SCL 为 { $scl }。
    }
    .everyday =
        { $records ->
            [1] 第 { $group } 组的保险柜 { $copy } 锁好了第 { $last } 张纸，截至第 { $scl } 张一张不缺。
           *[other] 第 { $group } 组的保险柜 { $copy } 锁好了截至第 { $last } 张的 { $records } 张纸，截至第 { $scl } 张一张不缺。
        }
event-scl-heard = 写入器得知保护组 { $group } 的副本 { $copy } 的 SCL 为 { $scl }。
    .everyday = 店长得知第 { $group } 组的保险柜 { $copy } 已齐到第 { $scl } 张纸。
event-pgcl-moved = 保护组 { $group } 的 PGCL 前进到 { $to }：四个副本已完整到这里。
    .everyday = 第 { $group } 组有四个保险柜已齐到第 { $to } 张纸。
event-vcl-moved = VCL 前进到 { $to }：到这里为止的每条记录都达成了写仲裁。
    .everyday = 到第 { $to } 张为止的每张纸，都已存进所属组的至少四个保险柜。
event-vdl-moved = VDL 前进到 { $to }，即 VCL 范围内的最后一个一致点。
    .everyday = 到第 { $to } 张纸为止都安全了，其中每个步骤都已完成。
event-commit-acknowledged = 事务 { $txn } 已提交：日志已持久化到它的提交记录 { $scn }。
    .everyday = 文件 { $txn } 安全了：直到签名的第 { $scn } 张纸，都已存进至少四个保险柜。
event-read-began = 写入器开始处理“{ $request }”：页面 { $page }，读取点 { $read-point }。
    .everyday = 店长开始办理“{ $request }”：查第 { $page } 号活页夹在第 { $read-point } 张纸时的样子。
event-page-built =
    { $applied ->
        [0] 保护组 { $group } 的副本 { $copy } 已有现成的页面 { $page }，直接用于“{ $request }”。
       *[other] 保护组 { $group } 的副本 { $copy } 应用了 { $applied } 条记录，为“{ $request }”生成了页面 { $page }。
    }
    .everyday =
        { $applied ->
            [0] 第 { $group } 组保险柜 { $copy } 的保管员手头就有第 { $page } 号活页夹，直接用于“{ $request }”。
           *[other] 第 { $group } 组保险柜 { $copy } 的保管员补入 { $applied } 张纸，为“{ $request }”整理好了第 { $page } 号活页夹。
        }
event-read-answered =
    { $found ->
        [yes] 写入器找到了“{ $request }”要的行。
       *[no] 没有“{ $request }”要的行。
    }
    .everyday =
        { $found ->
            [yes] 店长找到了“{ $request }”要的内容。
           *[no] 没有“{ $request }”要的内容。
        }
event-group-added = 没有页面放得下新行，因此卷中新增了保护组 { $group }；几何纪元 { $epoch } 开始。
    .everyday = 所有活页夹都满了，于是新增了一组六个保险箱：第 { $group } 组。大家都拿到第 { $epoch } 版的分组名单。
event-page-full = “{ $request }”被拒绝：页面 { $page } 放不下这一行。
    .everyday = “{ $request }”被退回：第 { $page } 号活页夹放不下了。
event-image-damaged = 保护组 { $group } 的副本 { $copy } 为“{ $request }”发来的页面已损坏，被丢弃了。
    .everyday = 第 { $group } 组的保险柜 { $copy } 为“{ $request }”送来的活页夹破损了，被扔掉了。
event-horizon-told = 写入器通知保护组 { $group } 的副本：已持久化到 { $durable }，正在使用的最低读取点（PGMRPL）为 { $pgmrpl }。
    .everyday = 办公室通知第 { $group } 组的保险柜：到第 { $durable } 张纸都已安全，第 { $pgmrpl } 张之前不再有人查阅。
event-page-evicted = 页面 { $page } 移出了写入器的缓冲区缓存，它的最新更改 { $lsn } 已持久化。
    .everyday = 第 { $page } 号活页夹从桌上收走了，它最新的第 { $lsn } 张纸已安全。
event-coalesced = 保护组 { $group } 的副本 { $copy } 把 { $records } 条记录合并成 { $pages } 个新的页面版本，还有 { $backlog } 条等待。
    .everyday = 第 { $group } 组的保险柜 { $copy } 把 { $records } 张纸誊清到 { $pages } 本活页夹，还有 { $backlog } 张等待。
event-staged = 保护组 { $group } 的副本 { $copy } 把截至 { $upto } 的 { $records } 条记录和 { $pages } 个页面转存到对象存储。
    .everyday = 第 { $group } 组的保险柜 { $copy } 把截至第 { $upto } 张的 { $records } 张纸和 { $pages } 本活页夹的抄本送到档案库。
event-collected = 保护组 { $group } 的副本 { $copy } 回收了截至 { $upto } 的 { $records } 条记录和 { $versions } 个旧页面版本，它们不再有人读取。
    .everyday = 第 { $group } 组的保险柜 { $copy } 清走了截至第 { $upto } 张的 { $records } 张纸和 { $versions } 本旧活页夹，它们不再有人查阅。
event-scrubbed = 保护组 { $group } 的副本 { $copy } 检查了 { $pages } 个页面版本的校验和，损坏 { $damaged } 个。
    .everyday = 第 { $group } 组保险柜 { $copy } 的保管员检查了 { $pages } 本活页夹，破损 { $damaged } 本。
event-damage-found = 保护组 { $group } 的副本 { $copy } 发现页面 { $page } 已损坏，向其他副本索取完好版本。
    .everyday = 第 { $group } 组保险柜 { $copy } 的保管员发现第 { $page } 号活页夹破损，向别的保险柜索取抄本。
event-page-repaired = 保护组 { $group } 的副本 { $copy } 用副本 { $from } 的版本修复了页面 { $page }。
    .everyday = 第 { $group } 组的保险柜 { $copy } 用保险柜 { $from } 的抄本补好了第 { $page } 号活页夹。
event-intake-throttled =
    保护组 { $group } 的副本 { $copy } { $on ->
        [yes] 放慢了接收
       *[no] 恢复了接收速度
    }：尚未合并成页面的记录有 { $backlog } 条。
    .everyday =
        第 { $group } 组的保险柜 { $copy } { $on ->
            [yes] 让信使排队等候
           *[no] 不再让信使等候
        }：尚未誊清的纸有 { $backlog } 张。
event-background-paused = 所有副本的后台工作暂停了。
    .everyday = 所有保险柜的保管员都歇下了。
event-background-paused-copy = 副本 { $copy } 的后台工作暂停了。
    .everyday = 保险柜 { $copy } 的保管员歇下了。
event-background-resumed = 所有副本的后台工作恢复了。
    .everyday = 所有保险柜的保管员又开工了。
event-background-resumed-copy = 副本 { $copy } 的后台工作恢复了。
    .everyday = 保险柜 { $copy } 的保管员又开工了。
event-page-damaged = 保护组 { $group } 的副本 { $copy } 的磁盘损坏了页面 { $page }，目前还没有被发现。
    .everyday = 第 { $group } 组保险柜 { $copy } 里的第 { $page } 号活页夹受潮破损，目前还没有人发现。
event-long-read-ended = 长查询“{ $request }”即将结束，按开始时的状态读取它的行。
    .everyday = 漫长的查阅“{ $request }”即将结束，按开始时的样子查看那一栏。
event-refused = 保护组 { $group } 的副本 { $copy } 拒绝了{ $from }发来的请求：它的纪元过旧（当前卷 { $volume }、成员 { $membership }、几何 { $geometry }）。副本上什么也没有改变。
    .everyday = 第 { $group } 组保险柜 { $copy } 的看守没让{ $from }进来：那把钥匙是换锁之前的。柜里什么也没有变。
event-epoch-learnt = 保护组 { $group } 的副本 { $copy } 得知了更新的纪元：卷 { $volume }、成员 { $membership }、几何 { $geometry }。
    .everyday = 第 { $group } 组的保险柜 { $copy } 换上了新锁，旧钥匙不再能用。
event-writer-refreshed = 写入器被保护组 { $group } 的副本 { $copy } 拒绝，于是更新到当前纪元（成员 { $membership }、几何 { $geometry }），并把同样的内容重发一次。
    .everyday = 店长在第 { $group } 组保险柜 { $copy } 那里碰了壁，记下了新情况，再送一次。
event-hot-found = 保护组 { $group } 的副本 { $copy } 持久化一批记录要 { $takes }，其他副本的中位数是 { $others }：它所在的存储节点过热。
    .everyday = 第 { $group } 组的保险柜 { $copy } 收好纸张要 { $takes }，别的只要 { $others }：用它的人太多了。
event-replacement-began =
    { $why ->
        [hot] 保护组 { $group } 的副本 { $copy } 负载过重，被标为不良，将迁到别的节点。
        [away] 保护组 { $group } 的副本 { $copy } 失联太久，将被替换。
       *[asked] 保护组 { $group } 的副本 { $copy } 将被替换。
    }新副本填满之前，什么都不会丢弃。
    .everyday =
        { $why ->
            [hot] 第 { $group } 组的保险柜 { $copy } 用的人太多，将被换掉。
            [away] 第 { $group } 组的保险柜 { $copy } 太久联系不上，将被换掉。
           *[asked] 第 { $group } 组的保险柜 { $copy } 将被换掉。
        }新柜装满之前，旧柜照留。
event-replacement-taken-back =
    { $came-back ->
        [yes] 保护组 { $group } 的副本 { $copy } 在替换者填满之前回来了，仍是成员。
       *[no] 保护组 { $group } 的副本 { $copy } 仍是成员。
    }
    .everyday =
        { $came-back ->
            [yes] 第 { $group } 组的保险柜 { $copy } 又联系上了，照旧留下。
           *[no] 第 { $group } 组的保险柜 { $copy } 照旧留下。
        }
event-patch-began = 副本 { $copy } 所在的存储节点停机打补丁。
    .everyday = 保险柜 { $copy } 的保管员去培训了。
event-patch-ended = 副本 { $copy } 所在的存储节点已打好补丁。
    .everyday = 保险柜 { $copy } 的保管员培训回来了。
event-members-proposed =
    { $count ->
        [1] 在纪元 { $epoch } 下，保护组 { $group } 的成员是 { $sixes }。
       *[other] 保护组 { $group } 正在更换成员。在纪元 { $epoch } 下，写入须在 { $sixes } 的每一组中都达到仲裁，读取只需其中一组。
    }
    .everyday =
        { $count ->
            [1] 第 { $epoch } 版名单：第 { $group } 组是 { $sixes }。
           *[other] 第 { $epoch } 版名单：第 { $group } 组的每一张都要放进 { $sixes } 每一组中足够多的保险柜。
        }
event-members-recorded = 保护组 { $group } 的成员纪元 { $epoch } 已被记录（{ COPIES($by) }）。
    .everyday = 第 { $group } 组的第 { $epoch } 版名单已经送到（{ COPIES($by) }）。
event-base-copied = 保护组 { $group } 的副本 { $copy } 已复制完截至记录 { $at } 的页面，其后的日志向其他副本索取。
    .everyday = 第 { $group } 组的保险柜 { $copy } 已抄完截至第 { $at } 张的卷宗，其余的再去要。
event-hydrated = 保护组 { $group } 的副本 { $copy } 已齐到 { $scl }，从现在起算数。
    .everyday = 第 { $group } 组的保险柜 { $copy } 已齐到第 { $scl } 张，从现在起算数。
event-recovery-began = 恢复开始，目标卷纪元为 { $epoch }：同时询问所有保护组的所有副本各自完整到哪里。不需要重放日志。
    .everyday = 新店长同时询问所有保险柜各有哪些纸，什么都不用重抄。
event-fenced = 保护组 { $group } 的副本 { $copy } 不再听从早于卷纪元 { $epoch } 的写入器。
    .everyday = 第 { $group } 组的保险柜 { $copy } 不再为早于 { $epoch } 的钥匙打开。
event-survey-heard = 正在恢复的写入器得知保护组 { $group } 的副本 { $copy } 完整到 { $scl }。
    .everyday = 新店长得知第 { $group } 组的保险柜 { $copy } 齐到第 { $scl } 张。
event-pgcl-recovered = 保护组 { $group } 恢复出的 PGCL 为 { $to }（{ $count } 个答复：{ COPIES($reachable) }）。曾有四个副本的记录都不在它之上。
    .everyday = 根据 { $count } 个答复（{ COPIES($reachable) }），第 { $group } 组算到第 { $to } 张。四个柜里有过的纸都不在它之上。
event-range-decided = 恢复出的 VCL 为 { $vcl }，VDL 为 { $vdl }。其上的一切作废：LSN { $first } 至 { $last } 无效。
    .everyday = 到第 { $vdl } 张为止有效，{ $first } 至 { $last } 号一律作废。
event-range-written = 保护组 { $group } 的副本 { $copy } 已将截断范围 { $first } 至 { $last } 写入磁盘。
    .everyday = 第 { $group } 组的保险柜 { $copy } 记下了 { $first } 至 { $last } 号作废。
event-epoch-raised = 保护组 { $group } 的副本 { $copy } 进入卷纪元 { $epoch }，其 SCL 为 { $scl }。
    .everyday = 第 { $group } 组的保险柜 { $copy } 换上了钥匙 { $epoch } 的锁，纸齐到第 { $scl } 张。
event-volume-opened = 卷已在卷纪元 { $epoch } 重新打开，下一个 LSN 为 { $next }。
    .everyday = 收银台重新开放，下一张纸的编号是 { $next }。
event-writer-fenced = 旧写入器得知卷纪元 { $epoch } 已经开始，便停止了。
    .everyday = 原来的店长得知锁已换成钥匙 { $epoch } 的，便停手了。
event-unfinished-found = 保护组 { $group } 的事务 { $txn } 已开始写入但没有提交，将被撤销。
    .everyday = 第 { $group } 组的文件 { $txn } 动了笔却没有签名，予以撤回。
event-txn-undone = 事务 { $txn } 由记录 { $lsn } 回滚，新的工作照常进行。
    .everyday = 文件 { $txn } 由第 { $lsn } 张纸撤回，其他工作照常进行。
event-reader-stopped = 读取器 { $number } 停止，内存中的内容丢失；写入器不受影响。
    .everyday = 阅览室 { $number } 关门了，店长照常工作。
event-reader-restarted = 读取器 { $number } 重新启动，内存为空。
    .everyday = 阅览室 { $number } 重新开门，书架是空的。
event-reader-joined = 读取器 { $number } 开始跟随写入器，存储为它保留 { $lowest } 起所需的版本。
    .everyday = 阅览室 { $number } 开始收到抄件，从第 { $lowest } 张起的旧活页夹为它保留。
event-reader-away = 读取器 { $number } 视为离开，不再为它保留任何版本。
    .everyday = 阅览室 { $number } 视为关门，不再为它保留什么。
event-reader-began = 读取器 { $number } 从 VDL { $at } 开始；此后没有变化的页面保留。
    .everyday = 阅览室 { $number } 从第 { $at } 张纸开始，书架上仍然正确的都留着。
event-reader-moved = 读取器 { $number } 一步前进到 VDL { $to }：应用到缓存页面的记录 { $applied } 条，丢弃 { $dropped } 条。
    .everyday = 阅览室 { $number } 一步前进到第 { $to } 张纸：归入活页夹 { $applied } 张，丢弃 { $dropped } 张。
event-reader-read-began = 读取器 { $number } 开始处理“{ $request }”：页面 { $page }，读取点 { $read-point }。
    .everyday = 阅览室 { $number } 开始办理“{ $request }”：查第 { $page } 号活页夹在第 { $read-point } 张纸时的样子。
event-reader-answered =
    { $found ->
        [yes] 读取器 { $number } 找到了“{ $request }”要的行。
       *[no] 读取器 { $number } 没有找到“{ $request }”要的行。
    }
event-load-began = 写入器先读取页面 { $page }，用于“{ $request }”：启动以来还没有见过它。
    .everyday = 店长先调来 { $page } 号活页夹，用于“{ $request }”：接手以来还没有看过它。
event-page-loaded = 供“{ $request }”使用的页面 { $page } 已到。
    .everyday = 供“{ $request }”查阅的 { $page } 号活页夹已到。
