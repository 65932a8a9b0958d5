event-instance-leaves = インスタンス{ $number }を削除しています。エンドポイントはなくなり、実行中の文には3分の猶予があります。
    .everyday = 閲覧室{ $number }は閉室します。新しい人は入れず、読んでいる人は読み終えられます。
event-instance-removed =
    { $cut ->
        [0] インスタンス{ $number }が削除されました。
       *[other] インスタンス{ $number }が削除されました。打ち切られた文：{ $cut }件。
    }
    .everyday = 閲覧室{ $number }はなくなりました。
event-instance-modified = インスタンス{ $number }は{ $class }.{ $size }になり、再起動します。
    .everyday = 閲覧室{ $number }を改装します：{ $class }.{ $size }。
event-endpoint-created = カスタムエンドポイント「{ $name }」が作成されました。
    .everyday = 案内板「{ $name }」が掲げられました。
event-endpoint-edited = カスタムエンドポイント「{ $name }」のメンバーが変わりました。開いている接続はそのままです。
    .everyday = 案内板「{ $name }」の行き先が変わりました。中にいる人はそのままです。
event-endpoint-deleted = カスタムエンドポイント「{ $name }」が削除されました。
    .everyday = 案内板「{ $name }」が外されました。
event-clients-told-name =
    { $visitor ->
        [yes] これからあなたは{ $endpoint }を通して接続します。
       *[no] これからクライアントは{ $endpoint }を通して接続します。
    }
    .everyday =
        { $visitor ->
            [yes] これからあなたは{ $endpoint }に従います。
           *[no] これから来訪者は{ $endpoint }に従います。
        }
event-nobody-there = { $who }の接続先がありません。{ $endpoint }の行き先は今ありません。
    .everyday = { $who }の入れる部屋がありません。{ $endpoint }の行き先は今ありません。
event-peer-silent = { $reader } が keepalive に5秒間応答しません。クライアントは相手が落ちたとみなし、接続を切ります。
    .everyday = { $reader } から5秒間返事がありません。お客さんはあきらめて離れます。
event-scaling-waits = Auto Scaling はリーダー数を変えようとしていますが、{ $reader } が利用可能になるまで待ちます。
    .everyday = 手伝いの人数を変えたいのですが、{ $reader } が仕事に戻るまで待ちます。
endpoint-usual = シナリオどおりのエンドポイント
    .everyday = いつもの案内板
endpoint-cluster = クラスターエンドポイント
    .everyday = 窓口の案内板
endpoint-reader = リーダーエンドポイント
    .everyday = 閲覧室の案内板
endpoint-custom = カスタムエンドポイント「{ $name }」
    .everyday = 案内板「{ $name }」
endpoint-instance = インスタンス{ $number }のエンドポイント
    .everyday = { $number }号室の扉
refusal-no-numbers-left = インスタンスの出入りが多く、番号を使い切りました。最初からやり直してください。
refusal-is-the-writer = インスタンス{ $number }はライターです。先に別のインスタンスへフェイルオーバーしてください。
refusal-reader-leaves = インスタンス{ $number }は削除中です。
refusal-nothing-to-change = インスタンス{ $number }はすでにそのクラスとサイズです。
refusal-no-such-instance = クラスターにインスタンス{ $number }はありません。
refusal-endpoints-too-many = カスタムエンドポイントは1クラスターに{ $max }個までです。
refusal-endpoint-name = 名前は英字で始まり、英数字と単独のハイフンだけで作ります。
refusal-endpoint-name-too-long = 名前が{ $found }文字あります。{ $max }文字までです。
refusal-endpoint-name-taken = 同じ名前のカスタムエンドポイントがあります。
refusal-endpoint-both-lists = 静的リストか除外リストの一方だけを指定してください。
refusal-no-such-endpoint = その名前のカスタムエンドポイントはありません。
event-scaling-set = 自動スケーリングは、リーダー{ $min }～{ $max }個で、{ $metric }の平均を{ $target }付近に保ちます。
    .everyday = これからは閲覧室を必要な数だけ、{ $min }～{ $max }室設けます。
event-scaling-removed = 自動スケーリングは{ $metric }を基準にしなくなりました。
    .everyday = 閲覧室の人数を数えるのをやめました。
event-scaled-out = { $metric }：リーダー{ $from }個の平均は{ $average }です。自動スケーリングが{ $to }個まで増やします。
    .everyday = 閲覧室が混んでいます。{ $from }室を{ $to }室にします。
event-scaled-in = { $metric }：リーダー{ $from }個の平均は{ $average }です。自動スケーリングが、自ら作ったものを{ $to }個まで減らします。
    .everyday = 閲覧室が空いています。{ $from }室を{ $to }室にします。
metric-cpu = CPU使用率（%）
    .everyday = 部屋の忙しさ
metric-connections = 接続数
    .everyday = 部屋にいる人数
event-ccm-set =
    { $on ->
        [yes] クラスターキャッシュ管理がオンになりました。
       *[no] クラスターキャッシュ管理がオフになりました。
    }
    .everyday =
        { $on ->
            [yes] 窓口でよく使うものを、一つの閲覧室にも備えます。
           *[no] 窓口の代わりに備える閲覧室はなくなりました。
        }
event-ccm-on = クラスターキャッシュ管理が働き始めました。ライターがリーダー{ $number }を温めます。
    .everyday = 窓口係が、よく使うものを{ $number }号室に伝えます。
event-ccm-off = クラスターキャッシュマネージャーは無効です：{ $why }。
    .everyday = 窓口の代わりに備える部屋がありません：{ $why }。
event-ccm-scanned = リーダー{ $number }のためのスキャン：ホットページ{ $found }個、うち足りずに送ったもの{ $sent }個。
    .everyday = 窓口係は用紙{ $found }枚を見て、{ $number }号室に足りない{ $sent }枚を渡しました。
ccm-off-not-wanted = オフになっています
ccm-off-writer-not-first = ライターが階層0にありません
    .everyday = 窓口係が0番にいません
ccm-off-no-first-reader = 階層0のリーダーがありません
    .everyday = 0番の部屋がありません
ccm-off-several-first-readers = 階層0のリーダーが複数あります
    .everyday = 0番の部屋が複数あります
ccm-off-other-size = 階層0のリーダーのクラスまたはサイズが違います
    .everyday = 0番の部屋の大きさが違います
refusal-no-such-policy = そのメトリクスのポリシーはありません。
refusal-not-postgresql = クラスターキャッシュ管理があるのはPostgreSQL系のクラスターだけです。
refusal-not-in-secondary = グローバルデータベースのセカンダリクラスターでは、Auto Scaling もクラスターキャッシュ管理も使えません。
event-cluster-stopped = クラスター全体を停止しました。コンピューティング料金はかからず、ボリュームは残ります。7日後に自動的に起動します。
    .everyday = お店を閉めました。金庫はそのままです。7日たつと自動で開きます。
event-cluster-started =
    { $by-itself ->
        [yes] 7日たったので、クラスターが自動的に起動します。
       *[no] クラスターを起動しました。
    }
    .everyday =
        { $by-itself ->
            [yes] 7日たったので、お店が自動で開きます。
           *[no] お店をまた開きました。
        }
event-writer-ended = ライターのプロセスが正常に終了しました。
    .everyday = 店長はきちんと片づけてレジを離れました。
event-engine-restarts =
    { $keeps ->
        [yes] インスタンス{ $number }のエンジンが再起動します。実行中のトランザクションはロールバックされ、接続は維持されます。
       *[no] インスタンス{ $number }のエンジンが再起動します。接続は切れます。
    }
    .everyday =
        { $keeps ->
            [yes] レジが一時閉まります。書きかけの書類は取り下げ、列はそのままです。
           *[no] レジが一時閉まります。皆さん並び直しです。
        }
event-patching-began =
    インスタンスへ順にパッチを適用します。リーダーが先で、{ $by-failover ->
        [yes] ライターはリーダーに役割を譲ります。
       *[no] ライターのエンジンは最後に再起動します。
    }
    .everyday = 部屋を順に改装します。レジは最後です。
event-instance-patched = インスタンス{ $number }へのパッチ適用が終わりました。
    .everyday = 部屋{ $number }の改装が終わりました。

## What is done to a cluster, how busy its instances are, and transactions put together by hand

deed-restart-engine = エンジンを再起動する
    .everyday = レジを一瞬閉める
deed-patch-in-place = 全台にパッチ（ライターはその場で）
    .everyday = 全室を改装（レジはその場で）
deed-patch-by-failover = 全台にパッチ（ライターは交代）
    .everyday = 全室を改装（レジは交代）
deed-stop-cluster = クラスターを停止する
    .everyday = 店を閉める
deed-start-cluster = クラスターを起動する
    .everyday = 店を開ける
row-cpu = CPU使用率
    .everyday = 忙しさ
cpu = CPU { $percent }%
    .everyday = 忙しさ{ $percent }%
describe-busy = { $status }、{ $cpu }
