## In one Region

event-redo-arrived = 主区域的 { $records } 条重做记录已到，截至 { $last }。
    .everyday = 总馆的 { $records } 张纸已送到，截至第 { $last } 张。
event-agent-started = 复制代理打开本区域的卷，接收主区域的重做日志。
    .everyday = 收件台打开本分馆的保险柜，归档总馆送来的纸张。
event-agent-ended = 复制代理不再接收：本区域将自己写入。
    .everyday = 收件台关闭：本分馆将成为总馆。
event-writes-stopped = 集群不再接受写入。
    .everyday = 窗口不再收文件。
event-writes-resumed = 集群重新接受写入。
    .everyday = 窗口重新收文件。
event-commits-held = 已持久的提交在等待：所有辅助区域的滞后都达到或超过 RPO 上限。
    .everyday = 暂不发回执：所有分馆都落后太多。
event-commits-released = 有一个辅助区域低于 RPO 上限：等待的提交按顺序得到确认。
    .everyday = 有一个分馆赶上了：等待的回执按顺序发出。
event-went-dark = 整个区域停止：实例和副本都不再运行。
    .everyday = 分馆整个关闭：窗口和保险柜都无法使用。
event-came-back = 区域恢复，磁盘上的内容仍在。
    .everyday = 分馆重新开放，保险柜里的东西仍在。
