# 主运行之外的两项研究：各种副本方案多久失去一次仲裁，以及 Aurora 与镜像 MySQL 的对比。

## 持久性：假设

durability-repair = 一个 { $gigabytes } GB 的分段经 { $gigabits } Gbit/s 的链路复制一遍需要 { $span }。
durability-rates = 假设：每个副本 { $copy } 天发生一次故障，每个可用区 { $zone } 天中断一次、每次 { $span }；故障随机发生，互不相关。
durability-study = 一个保护组，每种方案模拟 { $years } 年，种子 { $seed }。括号内为 95% 置信区间。

## 持久性：方案

durability-aurora = Aurora：三个可用区共 { $copies } 个副本；写入需 { $write } 个，读取需 { $read } 个
durability-two-of-three = 每个可用区一个，共 { $copies } 个副本；写入需 { $write } 个，读取需 { $read } 个
durability-mirrored = 镜像磁盘：两个可用区共 { $copies } 个副本；写入需 { $write } 个，读取需 { $read } 个

## 持久性：统计项

durability-writes-lost = 失去写仲裁
durability-reads-lost = 失去读仲裁
durability-reads-lost-in-one-zone = 其中，中断的可用区不超过一个（数据有危险）
durability-without-writes = 不能写入的时间
durability-without-reads = 没有读仲裁的时间
durability-az-plus-one-readable = 失去一个可用区和另一个副本：数据全部可读，写入等待
durability-az-plus-one-lost = 失去一个可用区和另一个副本：没有读仲裁

## 持久性：频率与时长

durability-once = 每 { $years } 年一次（{ $soon } 至 { $late } 年）
durability-often = 每 { $years } 年 { $count } 次（{ $low } 至 { $high } 次）
durability-never = 未出现：每 { $years } 年不到一次
durability-time = 每年 { $span }
durability-no-time = 每年不到 1 微秒
