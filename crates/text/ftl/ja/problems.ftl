# うまくいかないことを伝える文：断られたコマンド、シナリオファイルの誤り、満たされなかった期待、コマンドラインの言葉。
# 一文で「何が」「どうすればよいか」を述べる。ファイルに書く名前（zone、cut_zone、ms など）はどの言語でもそのまま。

## 断られたコマンド。何も変わっていない。

refusal-no-such-group = グループ{ $group }はありません。このボリュームにあるのは{ $groups ->
        [1] グループ1だけ
       *[other] グループ1～{ $groups }
    }です。
refusal-no-such-zone = ゾーン{ $zone }はありません。ゾーンはa、b、cの3つです。
refusal-no-such-copy = 今、コピー{ $copy }はありません。
refusal-already-stopped = コピー{ $copy }はすでに停止しています。
refusal-not-stopped = コピー{ $copy }は動いているので再起動できません。先に停止してください。
refusal-copy-already-cut = コピー{ $copy }はすでに切り離されています。
refusal-copy-not-cut = コピー{ $copy }は切り離されていないので、戻す必要はありません。
refusal-zone-already-cut = ゾーン{ $zone }はすでに切り離されています。
refusal-zone-not-cut = ゾーン{ $zone }は切り離されていないので、戻す必要はありません。
refusal-same-site = 経路には異なる2つの端が必要です。もう一方には{ $site }以外を選んでください。
refusal-out-of-range = 「{ $field }」は{ $found }ですが、{ $min }から{ $max }の間でなければなりません。
refusal-empty-key = 行にはキーが必要です。1文字以上入力してください。
refusal-key-too-long = キーが{ $found }バイトあります。長さの上限は{ $max }バイトです。
refusal-value-too-long = 値が{ $found }バイトあります。長さの上限は{ $max }バイトです。
refusal-no-load = クライアントは自動リクエストを行っていないので、止めるものがありません。
refusal-not-a-member = コピー{ $copy }はそこのメンバーではありません。
refusal-newcomer = コピー{ $copy }はまだ準備中です。置き換えのほうを取り消してください。
refusal-already-leaving = コピー{ $copy }はすでに置き換え中です。
refusal-two-at-once = このグループでは2つのコピーを置き換え中です。どちらかが終わるまで待ってください。
refusal-not-leaving = コピー{ $copy }は置き換え中ではないので、取り消すものがありません。
refusal-patching = パッチを適用中です。終わるまで待ってください。
refusal-group-not-whole = 今はコピー{ $copy }にパッチを適用できません。グループ{ $group }で別のコピーが欠けているか、メンバーを変更中です。
refusal-background-paused = バックグラウンド処理はすでに止まっています。
refusal-background-not-paused = バックグラウンド処理は止まっていないので、再開するものがありません。
refusal-nothing-to-damage = コピー{ $copy }にはまだそのページがありません。先に行を書き込んでください。
refusal-no-long-read = 実行中の長いクエリがないので、終えるものがありません。
refusal-writer-is-down = ライターはすでに停止しています。
refusal-writer-is-up = ライターは動作中です。再起動できるのは停止しているときだけです。
refusal-writer-is-there = ライターはすでにゾーン{ $zone }にあります。別のゾーンを指定してください。
refusal-no-such-reader = リーダー{ $number }はありません。
refusal-reader-is-down = リーダー{ $number }はすでに停止しています。
refusal-reader-is-up = リーダー{ $number }は動作中です。再起動できるのは停止しているときだけです。
refusal-no-cluster = このシナリオには、ライターを見守るクラスターがありません。
refusal-cluster-chooses = このクラスターでは、誰が書くかはコントロールプレーンが決めます。代わりにフェイルオーバーを要求してください。
refusal-failover-under-way = フェイルオーバーの最中です。
refusal-no-successor = ライターになれるインスタンスがありません。
refusal-cluster-is-stopped = クラスターは停止中で変更できません。先に起動してください。
refusal-cluster-is-running = クラスターは停止していません。
refusal-too-many-readers = クラスターのリーダーは15個までです。

site-writer = ライター
site-clients = クライアント
site-copy = コピー{ $copy }

## JSONになっていないファイル

problem-not-text = ここから先がUTF-8のテキストではありません。UTF-8で保存し直してください。
problem-file-too-long = ファイルが{ $found }バイトあります。読み込める上限は{ $max }バイトです。
problem-json-empty = ファイルが空です。シナリオは波かっこで囲んだJSONオブジェクトで書きます。
problem-json-comment = ここにコメントは書けません。このコメントを削除してください。
problem-json-trailing-comma = 最後の項目の後にカンマがあります。削除してください。
problem-json-comma-missing = ここにカンマが足りません。
problem-json-colon-missing = フィールド名と値の間にコロンが足りません。
problem-json-value-missing = フィールドに値がありません。コロンの後に値を書いてください。
problem-json-quotes-missing = 名前と文字列は二重引用符で囲みます。
problem-json-quote-missing = この文字列の終わりに引用符がありません。
problem-json-brace-missing = ここで始まるオブジェクトの閉じ波かっこがありません。
problem-json-bracket-missing = ここで始まる配列の閉じ角かっこがありません。
problem-json-more-text = シナリオはこの手前で終わっています。これより後を削除してください。
problem-json-too-deep = シナリオとしては入れ子が深すぎます。
problem-json-escape = このエスケープシーケンスはありません。バックスラッシュは \\、引用符は \"、改行は \n、そのほかは \u と4桁の16進数で書きます。
problem-json-number = JSONの数値（42など）の書き方ではありません。
problem-json-unexpected = ここには書けない文字です。
problem-json-control = 文字列の中に改行などの制御文字は置けません。改行は \n と書いてください。

## JSONだがシナリオになっていないファイル

problem-unknown-field = ここに「{ $name }」というフィールドはありません。使えるもの：{ $known }。
problem-unknown-name = ここで「{ $name }」は使えません。使えるもの：{ $known }。
list-too-long = ファイル形式のスキーマにある一覧を参照
problem-missing-field = フィールド「{ $name }」がありません。
problem-duplicate-field = フィールド「{ $name }」が2回書かれています。どちらか一方だけにしてください。
problem-wrong-kind = ここに書けるのは{ $expected }です。いまは{ $found }になっています。
problem-out-of-range = { $found }は範囲外です。{ $min }から{ $max }の間の数値にしてください。
problem-wrong-length = 配列の要素が{ $found }個あります。必要なのは{ $expected }個です。
problem-not-one-field = ここには、意味を名前で示すフィールドを1つだけ持つオブジェクトを書きます。いまは{ $found }個あります。
problem-other = 読み取れません：{ $message }。

kind-object = 波かっこのオブジェクト
kind-list = 角かっこの配列
kind-text = 二重引用符の文字列
kind-number = 数値
kind-whole-number = 0以上の整数
kind-fraction = 整数でない数値
kind-true-or-false = trueまたはfalse
kind-null = null
kind-nothing = オブジェクトなしの名前だけ
kind-level = LSN、または "vcl" や { "{" } "pgcl": { "{" } "group": 1 { "}" } { "}" } のようなポイントの名前
kind-other = それ以外のもの

problem-bad-time = 時間の書き方ではありません。"5ms" や "1.5s" のように、数値と単位（us、ms、s、min、h）で書いてください。
problem-time-too-fine = 時間はマイクロ秒単位の整数です。小数の桁が多すぎます。
problem-time-too-long = この時間は長すぎて数えられません。
problem-version = このファイルの形式はバージョン{ $found }ですが、このプログラムが読めるのはバージョン{ $known }です。
problem-until-too-late = 実行の長さは最大{ $max }です。
problem-list-too-long = 配列の要素が{ $found }個あります。上限は{ $max }個です。
problem-range-backwards = 範囲の終わりが始まりより前です。小さいほうの数を先に書いてください。

## 意味をなさないシナリオ

problem-after-the-end = { $at }は実行の終わり（{ $until }）より後です。時刻を早めるか、「until」を延ばしてください。
problem-needs-regions = これはグローバルデータベース用です。「regions」を書いてください。
problem-not-with-regions = これは1つのクラスター用です。「regions」があるときは「between」と「expect_between」、そして「regions」の中の「cluster」を使ってください。
problem-span-backwards = 期間の終わり（{ $to }）が始まり（{ $from }）より前です。入れ替えてください。
problem-one-when = 期待がいつ成り立つかは、「at」「within」「throughout」「before」「after」のうち1つだけで示します。
problem-event-throughout = イベントはある瞬間に起こるものです。「throughout」ではなく「within」を使ってください。
problem-message-without-sent = 「message」を書けるのは「sent」イベントだけです。
problem-empty-claim = 何も主張していません。「acknowledged」「waiting」「held」「lost」のうち少なくとも1つを書いてください。

hint-did-you-mean = もしかして「{ $name }」ですか？
