event-instance-leaves = 正在删除实例 { $number }：它的端点已不存在，正在执行的语句还有三分钟。
    .everyday = 阅览室 { $number } 即将撤销：不再放人进去，正在读的人可以读完。
event-instance-removed =
    { $cut ->
        [0] 实例 { $number } 已删除。
       *[other] 实例 { $number } 已删除；被中断的语句：{ $cut } 条。
    }
    .everyday = 阅览室 { $number } 没有了。
event-instance-modified = 实例 { $number } 改为 { $class }.{ $size } 并重新启动。
    .everyday = 阅览室 { $number } 改建为 { $class }.{ $size }。
event-endpoint-created = 创建了自定义端点“{ $name }”。
    .everyday = 挂出了指示牌“{ $name }”。
event-endpoint-edited = 自定义端点“{ $name }”的成员变了；已打开的连接不受影响。
    .everyday = 指示牌“{ $name }”改指别的房间；已在里面的人不受影响。
event-endpoint-deleted = 删除了自定义端点“{ $name }”。
    .everyday = 取下了指示牌“{ $name }”。
event-clients-told-name =
    { $visitor ->
        [yes] 从现在起，您通过{ $endpoint }连接。
       *[no] 从现在起，客户端通过{ $endpoint }连接。
    }
    .everyday =
        { $visitor ->
            [yes] 从现在起，您按{ $endpoint }走。
           *[no] 从现在起，访客按{ $endpoint }走。
        }
event-nobody-there = { $who } 无处可连：{ $endpoint }现在不指向任何实例。
    .everyday = { $who } 找不到开着的门：{ $endpoint }现在哪里也不指。
event-peer-silent = { $reader } 已有五秒不应答 keepalive：客户端当它已失效，断开连接。
    .everyday = { $reader } 已有五秒一声不响：顾客都走了。
event-scaling-waits = Auto Scaling 想改变读取器的数量，但要等待：{ $reader } 还不可用。
    .everyday = 想增减人手，但要先等 { $reader } 回来上班。
endpoint-usual = 场景给定的端点
    .everyday = 平常的指示牌
endpoint-cluster = 集群端点
    .everyday = 窗口的指示牌
endpoint-reader = 读取器端点
    .everyday = 阅览室的指示牌
endpoint-custom = 自定义端点“{ $name }”
    .everyday = 指示牌“{ $name }”
endpoint-instance = 实例 { $number } 的端点
    .everyday = { $number } 号室的门
refusal-no-numbers-left = 来去的实例太多，编号已用完。请重新开始。
refusal-is-the-writer = 实例 { $number } 是写入器：请先故障转移到另一个实例。
refusal-reader-leaves = 正在删除实例 { $number }。
refusal-nothing-to-change = 实例 { $number } 已经是这个类和大小。
refusal-no-such-instance = 集群中没有实例 { $number }。
refusal-endpoints-too-many = 一个集群最多有 { $max } 个自定义端点。
refusal-endpoint-name = 名称以字母开头，由字母、数字和单个连字符组成。
refusal-endpoint-name-too-long = 名称有 { $found } 个字符；最多 { $max } 个。
refusal-endpoint-name-taken = 已有同名的自定义端点。
refusal-endpoint-both-lists = 静态列表和排除列表只能给一个。
refusal-no-such-endpoint = 没有这个名称的自定义端点。
event-scaling-set = 自动扩缩以 { $min } 到 { $max } 个读取器，把{ $metric }的平均值保持在 { $target } 附近。
    .everyday = 从现在起，需要多少阅览室就开多少：{ $min } 到 { $max } 间。
event-scaling-removed = 自动扩缩不再看{ $metric }。
    .everyday = 不再清点阅览室里的人数。
event-scaled-out = { $metric }：{ $from } 个读取器平均为 { $average }。自动扩缩增加到 { $to } 个。
    .everyday = 阅览室很挤：{ $from } 间增加到 { $to } 间。
event-scaled-in = { $metric }：{ $from } 个读取器平均为 { $average }。自动扩缩移除自己创建的，减少到 { $to } 个。
    .everyday = 阅览室很空：{ $from } 间减少到 { $to } 间。
metric-cpu = CPU 利用率（%）
    .everyday = 阅览室的忙碌程度
metric-connections = 连接数
    .everyday = 阅览室里的人数
event-ccm-set =
    { $on ->
        [yes] 集群缓存管理已打开。
       *[no] 集群缓存管理已关闭。
    }
    .everyday =
        { $on ->
            [yes] 要有一间阅览室也备好窗口最常用的东西。
           *[no] 不再有阅览室为接手窗口做准备。
        }
event-ccm-on = 集群缓存管理开始工作：写入器为读取器 { $number } 预热缓存。
    .everyday = 办事员告诉 { $number } 号室什么最常用。
event-ccm-off = 集群缓存管理器已禁用：{ $why }。
    .everyday = 没有阅览室为接手窗口做准备：{ $why }。
event-ccm-scanned = 为读取器 { $number } 的扫描：热页面 { $found } 个，其中缺少并已发送的 { $sent } 个。
    .everyday = 办事员翻看了 { $found } 张纸，把 { $number } 号室缺的 { $sent } 张给了它。
ccm-off-not-wanted = 它是关闭的
ccm-off-writer-not-first = 写入器不在层级 0
    .everyday = 办事员不在第 0 位
ccm-off-no-first-reader = 没有层级 0 的读取器
    .everyday = 没有第 0 位的阅览室
ccm-off-several-first-readers = 层级 0 的读取器不止一个
    .everyday = 第 0 位的阅览室不止一间
ccm-off-other-size = 层级 0 的读取器的类或大小不同
    .everyday = 第 0 位的阅览室大小不同
refusal-no-such-policy = 没有针对该指标的策略。
refusal-not-postgresql = 只有 PostgreSQL 系列的集群才有集群缓存管理。
refusal-not-in-secondary = 全局数据库的辅助集群既不能用 Auto Scaling，也不能用集群缓存管理。
event-cluster-stopped = 整个集群已停止：不收计算费用，卷保留。七天后会自动启动。
    .everyday = 店铺关门，保险柜保留。七天后自动开门。
event-cluster-started =
    { $by-itself ->
        [yes] 七天已到：集群自动启动。
       *[no] 集群已启动。
    }
    .everyday =
        { $by-itself ->
            [yes] 七天已到：店铺自动开门。
           *[no] 店铺重新开门。
        }
event-writer-ended = 写入器进程正常结束。
    .everyday = 店长交接完毕，离开收银台。
event-engine-restarts =
    { $keeps ->
        [yes] 实例 { $number } 的引擎重启：未完成的事务回滚，连接保留。
       *[no] 实例 { $number } 的引擎重启：连接断开。
    }
    .everyday =
        { $keeps ->
            [yes] 收银台暂停片刻：没写完的文件撤回，排队的人不用走。
           *[no] 收银台暂停片刻：大家要重新排队。
        }
event-patching-began =
    逐个为实例打补丁，先读取器；{ $by-failover ->
        [yes] 写入器把角色交给一个读取器。
       *[no] 写入器的引擎最后重启。
    }
    .everyday = 逐间装修，收银台最后。
event-instance-patched = 实例 { $number } 已打好补丁。
    .everyday = { $number } 号房间装修好了。

## What is done to a cluster, how busy its instances are, and transactions put together by hand

deed-restart-engine = 重启引擎
    .everyday = 收银台暂时关一下
deed-patch-in-place = 全部打补丁，写入器原地
    .everyday = 全部翻修，收银台原地
deed-patch-by-failover = 全部打补丁，写入器转移
    .everyday = 全部翻修，收银台换人
deed-stop-cluster = 停止集群
    .everyday = 店铺关门
deed-start-cluster = 启动集群
    .everyday = 店铺开门
row-cpu = CPU 利用率
    .everyday = 忙碌程度
cpu = CPU { $percent }%
    .everyday = 忙碌 { $percent }%
describe-busy = { $status }，{ $cpu }
