# $region the name of a Region
region-name =
    { $region ->
        [us-west-2] オレゴン
        [ca-central-1] カナダ中部
        [sa-east-1] サンパウロ
        [eu-west-1] アイルランド
        [eu-central-1] フランクフルト
        [af-south-1] ケープタウン
        [ap-south-1] ムンバイ
        [ap-southeast-1] シンガポール
        [ap-southeast-2] シドニー
        [ap-northeast-1] 東京
        [ap-northeast-2] ソウル
       *[us-east-1] バージニア北部
    }

world-title = グローバルデータベースのリージョン
    .everyday = 国際図書館の各館
world-ways = レプリケーション
    .everyday = 配送便
world-figures = おおよその位置の地図

world-well = { $region }がプライマリリージョンで、書き込みを受け付けています。セカンダリリージョン：{ $secondaries }。
    .everyday = { $region }が本館で、書類を受け付けています。分館：{ $secondaries }。
world-no-writes = { $region }がプライマリリージョンですが、書き込みを受け付けていません。
    .everyday = { $region }が本館ですが、何も受け付けていません。
world-held = { $region }では永続化されたコミットが待っています。どのセカンダリリージョンの遅れもRPOの上限以上です。
    .everyday = { $region }では受領証が止められています。どの分館も遅れすぎています。
world-draining = { $region }は新しい書き込みを止め、受けた分を終えています。次は{ $other }。ここまで{ $since }。
world-syncing = { $other }が{ $region }の最後のレコードを待っています。ここまで{ $since }。
world-fencing = { $other }が引き継ぐ前に、ストレージが{ $region }の書き込みを遮断しようとしています。ここまで{ $since }。
world-promoting = { $other }がリーダーの一つをライターにしています。ここまで{ $since }。
world-split = スプリットブレイン：{ $region }と{ $other }がどちらも書き込みを受け付けています。二つが再び合わさることはありません。
    .everyday = 本館が二つ：{ $region }と{ $other }がどちらも書類を受け付けています。棚が再び一つになることはありません。
world-none = グローバルデータベースにプライマリリージョンがなくなりました。
world-number = { $count }
world-lsn = { $lsn }
world-span = { $span }
world-none-yet = 不明
world-commits = 応答したコミット
    .everyday = 渡した受領証
world-waiting = 待っているコミット
    .everyday = 待っている受領証
world-vdl = VDL
    .everyday = 綴じ済みの用紙
world-instances = インスタンス
    .everyday = 司書
world-endpoint = グローバルライターエンドポイント
    .everyday = 本館の案内板
world-endpoint-here = ここを指す
world-app = アプリケーション
    .everyday = 読書会
world-app-here = ここに書き込む
world-rpo-limit = RPOの上限
    .everyday = 遅れの上限
world-deeds = ここでできること
region-primary = プライマリ、書き込み可
    .everyday = 本館、開館中
region-alone = 単独、書き込み可
    .everyday = 独立した図書館、開館中
region-closed = プライマリ、書き込み不可
    .everyday = 本館、受付停止
region-held = プライマリ、コミット待機
    .everyday = 本館、受領証待ち
region-secondary = セカンダリ、読み取り専用
    .everyday = 分館、閲覧のみ
region-headless = ヘッドレスセカンダリ、ストレージのみ
    .everyday = 司書のいない書庫
region-dark = 到達不能
    .everyday = 停電
region-rebuilding = 新しいボリュームへ再構築中、読み取り不可
    .everyday = 書架を作り直し中
region-replaced = 元プライマリ、ボリューム交換待ち
    .everyday = 元本館、書架の交換待ち
region-fenced = 遮断済み、書き込み不可
    .everyday = 封鎖
region-promoted = プライマリに昇格中
    .everyday = 本館に昇格中

region-says = { $region }：{ $state }。

way-name = { $region } → { $other }
way-open = 通常
way-slow = 通常の{ $times }倍の時間
way-cut = 切断
way-dark = 一方が到達不能
way-rebuilding = 新しいボリュームに送信中
way-replication = レプリケーションラグ
    .everyday = 便の遅れ
way-rpo = RPOラグ
    .everyday = 未着の最古の受領証
way-progress = 進行ラグ
    .everyday = 未公開の時間
way-missing = 到着未確認のコミット
    .everyday = 到着未確認の受領証
way-says = { $way }：{ $state }。レプリケーションラグ{ $replication }、到着未確認のコミット{ $missing }件。
    .everyday = { $way }：{ $state }。便の遅れ{ $replication }、到着未確認の受領証{ $missing }件。

act-light = 復旧させる
act-darken = リージョン全体を停止
    .everyday = 停電させる
act-add-instance = インスタンスを追加
act-switchover = ここへスイッチオーバー
    .everyday = 予定どおり本館にする
act-failover = ここへフェイルオーバー（データ損失を許容）
    .everyday = すぐに本館にする
act-detach = 切り離して単独にする
act-cancel = スイッチオーバーを取り消す
act-stop-writes = 書き込みを止める
act-resume-writes = 書き込みを再開
act-start-app = アプリケーションにここで書かせる
act-stop-app = アプリケーションを止める
act-point-app = アプリケーションをここへ向ける
act-point-app-at-name = アプリケーションをグローバルライターエンドポイントへ向ける
act-set-rpo = RPOの上限を20秒にする
act-unset-rpo = RPOの上限を外す
act-delete = このクラスターを削除
act-add-region = リージョンを追加：{ $region }
act-copy-snapshot = スナップショットをコピーして残す
act-cut-link = 経路を切断
act-heal-link = 経路を修復
act-quick-link = 20倍の時間にする
act-slow-link = 通常の速さに戻す

plan-title = どこが引き継ぐべきか
plan-about = この実行のコピーを先へ進めて測ります。実行そのものは止まっています。
plan-begin = すべての候補をコピーで試す
plan-end = 比較を閉じる
plan-downtime = 書き込み停止
plan-lost = 失うコミット
plan-switchover = スイッチオーバー
plan-failover = マネージドフェイルオーバー
plan-under-way = 試行中…
plan-not-within = { $within }以内に終わらない
plan-do = 実行

report-heading = 復旧レポート
report-switchover = { $region }から{ $other }へのスイッチオーバー
report-failover = { $region }から{ $other }へのマネージドフェイルオーバー
report-detach = { $region }から{ $other }を切り離し

report-open-after = 要求から{ $took }で開きました。
report-downtime = アプリケーションから見たRTO：コミットなしが{ $took }。
report-nobody-yet = RTO：その後、応答されたコミットはまだありません。
report-elsewhere = { $region }を選んでいれば、失うのは{ $count }件。
report-overwritten = 古いボリュームで上書き済み
report-lost = RPO：失われた応答済みコミット：{ $count }件。
report-row = { $key } = { $value }
report-rows = 新しいプライマリにない行
report-in-snapshot = スナップショットにある
report-in-old-volume = { $region }の古いボリュームだけにある
report-in-dark-region = 到達できない{ $region }だけにある

report-snapshot = 古いボリュームのスナップショット{ $name }…は{ $until }保持されます。残すにはコピーします。
report-snapshot-copied = 古いボリュームのスナップショット{ $name }…はコピーされ、残ります。
report-no-snapshot-yet = { $region }が戻ると、古いボリュームは交換前にスナップショットされます。
report-not-fenced = 元のプライマリには時間内に届かず、遮断できませんでした。

manual-title = 手作業の6段階
manual-stop = プライマリへの書き込みを止める
manual-choose = 遅れの最も小さいセカンダリを選ぶ
manual-detach = 切り離して、単独で書き込めるようにする
manual-point = アプリケーションをそこへ向ける
manual-take-out = 残った古いセカンダリを外す
manual-rebuild = 新しいデータベースにリージョンを追加する
manual-done = 済み
manual-open = 未了
manual-not-stopped = プライマリが書き込み続けるまま切り離しました。
manual-not-least = 別のセカンダリの方が進んでいました。
manual-split = 両方が書き込みを受け付けました：スプリットブレイン。
manual-stale = 残ったものは、ますます古い内容を返します。

global-primary-made = { $region }にプライマリクラスターが作られました。
global-cluster-made = { $region }に、空のボリュームのセカンダリクラスターが作られました。
global-cluster-deleted = { $region }のクラスターが、ボリュームごと削除されました。
global-redo-sent = { $upto }までのREDOを{ $region }へ送りました（{ $records }件）。
global-redo-arrived = { $upto }までのREDOが{ $region }に届きました。
global-progress-heard = プライマリは、{ $region }が{ $upto }まで永続的だと知りました。
global-event-link-cut = { $region }と{ $other }の間の経路が切れました。
global-event-link-healed = { $region }と{ $other }の間の経路が回復しました。
global-event-link-slowed = { $region }と{ $other }の間の時間が、通常の{ $times }倍になりました。
global-event-link-usual = { $region }と{ $other }の間の時間が通常に戻りました。
global-region-down = { $region }が停止しました。リージョン全体に到達できません。
    .everyday = { $region }が停電しました。
global-region-up = { $region }が戻りました。
global-rpo-set = { $region }のRPOの上限は、今から{ $limit }です。
global-rpo-unset = { $region }のRPOの上限がなくなりました。
global-commits-held = どのセカンダリの遅れも{ $limit }以上です。{ $region }のコミットは待ちます。
    .everyday = どの分館も{ $limit }以上遅れています。{ $region }の受領証は待ちます。
global-commits-released = セカンダリの一つが上限を下回りました。{ $region }のコミットは順に進みます。
global-switchover-began = スイッチオーバー開始：{ $region }から{ $other }へ。
global-writes-done = { $region }が受けた書き込みはすべて終わりました。
global-in-step = 揃うべきリージョンに、最後のレコード{ $upto }が届きました。
global-switchover-cancelled = { $region }へのスイッチオーバーは取り消されました。
global-switchover-failed = { $region }へのスイッチオーバーは続けられず、元に戻されます。
global-switchover-taken-back = { $region }が元どおりプライマリです。
global-promotion-began = { $region }がリーダーの一つをライターにし始めました。
global-primary-opened = { $region }がプライマリです。{ $point }までのすべてを持ち、{ $until }から続けます。
    .everyday = { $region }が本館です。用紙{ $point }までのすべてを持ち、{ $until }から続けます。
global-failover-began = マネージドフェイルオーバー開始：{ $region }から{ $other }へ。データ損失がありえます。
global-fencing-succeeded = { $region }のストレージは遮断されました。もう書き込めません。
global-fencing-timed-out = { $region }のストレージは時間内に応答せず、遮断できたか分かりません。
global-failover-given-up = { $region }が停止したため、{ $region }へのフェイルオーバーは取りやめになりました。
global-commit-lost = { $region }で応答済みのコミット{ $scn }は、新しいプライマリにありません。
    .everyday = { $region }で渡した受領証{ $scn }は、新しい本館にありません。
global-rebuild-began = { $region }はプライマリから新しいボリュームを受け取ります。その間は読めません。
global-rebuild-done = { $region }はすべてを受け取り、読めるようになりました。
global-snapshot-taken = { $region }の古いボリュームのスナップショットが取られました。
    .everyday = { $region }の古い書架が写真に撮られました。
global-snapshot-failed = { $region }の古いボリュームのスナップショットは取れませんでした。コピーが足りません。
global-snapshot-copied = { $region }のスナップショットはコピーされ、残ります。
global-snapshot-expired = { $region }のスナップショットは期限が切れて消えました。
global-detached = { $region }がグローバルデータベースから離れ、単独になります。
global-split-brain = スプリットブレイン：{ $region }と{ $other }がどちらも書き込みを受け付けています。
    .everyday = 本館が二つ：{ $region }と{ $other }がどちらも書類を受け付けています。
global-writes-closed = { $region }で書き込みが止められました。
global-writes-opened = { $region }で書き込みが再開されました。
global-forwarding-set = { $region }の書き込み転送が設定されました。
global-forwarded = { $region }のセッション{ $session }の書き込みがプライマリへ送られました。
global-forward-answered = { $region }のセッション{ $session }に応答が戻りました。
global-instance-added = { $region }にインスタンスが追加されました。
global-app-pointed = アプリケーションに{ $region }のアドレスが設定されました。
global-app-pointed-at-name = アプリケーションにグローバルライターエンドポイントが設定されました。
global-app-turned = アプリケーションは今から{ $region }で動きます。
global-app-stopped = アプリケーションは要求をやめました。
global-endpoint-moved = グローバルライターエンドポイントが{ $region }を指します。
    .everyday = 本館の案内板が{ $region }を指します。

global-no-cluster = { $region }にクラスターはありません。
global-cluster-is-there = { $region }には既にクラスターがあります。
global-link-cut = その経路は既に切れています。
global-link-open = その経路は切れていません。
global-region-is-down = { $region }に到達できません。先に復旧させてください。
global-region-is-up = { $region }は停止していません。
global-too-many-secondaries = セカンダリリージョンは{ $max }個までで、もうそれだけあります。
global-too-many-readers = そのリージョンのリーダーは{ $max }個までです。
global-rpo-postgresql = マネージドRPOがあるのはAurora PostgreSQLだけです。
global-is-primary = { $region }はプライマリです。セカンダリを選んでください。
global-not-primary = { $region }はプライマリではなく、誰も書き込みません。
global-not-secondary = { $region }は今はセカンダリではありません。
global-no-instance = { $region }にはストレージしかありません。先にインスタンスを追加してください。
global-is-rebuilding = { $region }は再構築中です。終わるまで待ってください。
global-not-healthy = { $region }またはそこへの経路が正常ではありません。スイッチオーバーには正常なグローバルデータベースが必要です。
global-change-under-way = プライマリの別の変更が進行中です。
global-no-switchover = 進行中のスイッチオーバーはありません。
global-too-late = 役割は入れ替わりました。もう取り消せません。
global-data-loss = フェイルオーバーはデータを失うことがあり、その許可が必要です。
global-not-in-that-era = 2023年にはまだマネージドフェイルオーバーがありません。手作業でセカンダリを切り離してください。
global-has-secondaries = { $region }にはまだセカンダリがあります。先に外してください。
global-writes-are-stopped = { $region }の書き込みは既に止まっています。
global-writes-are-on = { $region }は既に書き込みを受け付けています。
global-is-fenced = { $region }は遮断されました。ボリュームは交換されます。
global-forwarding-is-off = { $region }の書き込み転送は無効です。
global-no-connection-left = 転送用の接続{ $max }本はすべて使用中です。
global-no-app = 動いているアプリケーションがありません。
global-no-snapshot = コピーできる{ $region }のスナップショットはありません。
global-for-the-whole = それはリージョン内ではなく、グローバルデータベース全体に対して行います。
global-headless-primary = プライマリには書き込むインスタンスが必要です。
global-readers-named = リージョンのリーダーは「instances」で数えます。
global-cluster-problem = 「cluster」に誤りがあります。
problem-between = 「regions」のある章の段階は「between」を持ち、時間か「between」を待ちます。ほかの章にはありません。
