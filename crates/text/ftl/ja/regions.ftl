## In one Region

event-redo-arrived = プライマリリージョンのREDOレコード{ $records }件が、{ $last }まで届きました。
    .everyday = 本館から用紙{ $records }枚が、{ $last }まで届きました。
event-agent-started = プライマリリージョンのREDOを受け取るため、レプリケーションエージェントがこのリージョンのボリュームを開きます。
    .everyday = 本館から届くものを綴じるため、受入係がこの分館の金庫を開けます。
event-agent-ended = レプリケーションエージェントは受け取りを終えました。このリージョンが自ら書き込みます。
    .everyday = 受入係が窓を閉めました。この分館が本館になります。
event-writes-stopped = クラスターは書き込みを受け付けなくなりました。
    .everyday = 窓口は書類を受け付けなくなりました。
event-writes-resumed = クラスターは書き込みを再び受け付けます。
    .everyday = 窓口は書類を再び受け付けます。
event-commits-held = 永続化されたコミットが待ちます。どのセカンダリリージョンの遅れもRPOの上限以上です。
    .everyday = 受領証は渡されません。どの分館も遅れすぎています。
event-commits-released = セカンダリリージョンの一つがRPOの上限を下回りました。待っていたコミットに順に応答します。
    .everyday = 分館の一つが追いつきました。待っていた受領証が順に渡されます。
event-went-dark = リージョン全体が停止しました。インスタンスもコピーも動いていません。
    .everyday = 分館がまるごと閉まりました。窓口も金庫も使えません。
event-came-back = リージョンが復旧しました。ディスクにあったものは残っています。
    .everyday = 分館が再び開きました。金庫の中身は残っています。
