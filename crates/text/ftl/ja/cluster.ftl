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
