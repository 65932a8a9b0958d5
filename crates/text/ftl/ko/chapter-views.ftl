# 챕터 둘레에 있는 것: 카드와, 무대 말고 더 보여 주는 그림. 챕터와 함께 불러온다.

## 카드

chapter-step = { $steps }단계 중 { $step }단계
chapter-about = 무엇인가
chapter-about-when = 언제 쓰이나
chapter-about-everyday = 일상에 빗대면
chapter-next = 다음
chapter-back = 이전
chapter-leave = 챕터 나가기
chapter-running = 일어날 때까지 진행하는 중…
chapter-reached = { $at }에 도달
chapter-end = 마지막 단계입니다. 이제 마음대로 고장 내고 고쳐 보세요.
chapter-not-reached = 이 단계가 기다리던 일이 { $within } 안에 일어나지 않았습니다. 다른 것을 고장 내거나 바꾸었다면 단계의 처음으로 돌아가세요.
chapter-passed = 챕터 { $name } 통과: { $steps }단계에 모두 도달해 보여야 할 것을 보였고, 어긋난 불변 조건은 없습니다. { $until } 동안 이벤트 { $events }개, 응답한 커밋 { $commits }개. 다이제스트 { $digest }.
chapter-failed = 챕터 { $name } 실패: { $steps }단계 중 { $reached }단계에 도달했고, 성립하지 않은 주장은 { $failures }개, 불변 조건 위반은 { $violations }건입니다. 다이제스트 { $digest }.
problem-bad-name = 이름에는 영문 소문자, 숫자, 하이픈만 쓸 수 있고, 영문 소문자나 숫자로 시작해야 합니다.
problem-cannot-wait = 단계는 이것을 기다릴 수 없고, 도달했을 때 확인할 수만 있습니다. “expect” 아래에 쓰세요.

## 64가지 상태의 지도

map-title = 여섯 사본의 64가지 상태
    .everyday = 여섯 금고가 멀쩡하거나 고장 난 64가지 경우
map-counts = 쓸 수 있는 상태 { $writable }가지, 읽기만 되는 상태 { $read-only }가지, 둘 다 안 되는 상태 { $none }가지.
    .everyday = 보탤 수 있는 경우 { $writable }가지, 읽기만 되는 경우 { $read-only }가지, 둘 다 안 되는 경우 { $none }가지.
map-hint = 상태를 고르면 그 상태로 만들 수 있습니다. 행은 A, B, C, 열은 D, E, F입니다.
map-now = 현재: { $state }
map-state = 가동 { COPIES($up) }: { $ability }
    .everyday = 멀쩡 { COPIES($up) }: { $ability }
map-read-write = 읽기와 쓰기
    .everyday = 읽고 보탤 수 있음
map-read-only = 읽기만
    .everyday = 읽기만
map-unavailable = 사용 불가
    .everyday = 손이 닿지 않음
map-go = { COPIES($stop) } 중지, { COPIES($start) } 다시 시작
    .everyday = { COPIES($stop) } 고장 내기, { COPIES($start) } 고치기
map-go-stop = { COPIES($stop) } 중지
    .everyday = { COPIES($stop) } 고장 내기
map-go-start = { COPIES($start) } 다시 시작
    .everyday = { COPIES($start) } 고치기
map-cut = 끊긴 연결이 있습니다. 복구하면 여기서 어떤 상태든 만들 수 있습니다.
    .everyday = 막힌 길이 있습니다. 열면 여기서 어떤 경우든 만들 수 있습니다.

## 심판이 보는 것

violations-title = 무엇이 깨졌나
violations-none = 아직 없습니다.
violations-about = 심판은 이벤트 저널만 읽습니다. 위반마다 처음 발견된 때를 보여 줍니다.

## 구성원의 집합

members-title = 유효한 구성원 집합
    .everyday = 유효한 여섯 금고 명단
members-set = { $set }
members-have = 최신 레코드를 가진 것 { $have }, 필요한 것 { $needed }
    .everyday = 최신 용지가 있는 곳 { $have }, 필요한 곳 { $needed }
members-newcomer = { $leaves } 대신 { $copy } 들어오는 중: { $pages }페이지 중 { $done }페이지 복사. 아직 세지 않습니다.
    .everyday = { $leaves } 대신 { $copy } 들어오는 중: 바인더 { $pages }권 중 { $done }권 복사. 아직 세지 않습니다.
members-epoch = 구성원 에포크 { $epoch }
    .everyday = { $epoch }번 명단

## Aurora와 미러링한 MySQL

contrast-title = 한 시계 위의 둘
contrast-chain = MySQL의 사슬: 인스턴스, 디스크, 미러, 대기, 그 디스크, 그 미러
    .everyday = 다른 사무소: 점장, 금고, 짝 금고, 대리, 그 금고, 그 짝

## 스토리지 노드의 여덟 단계

pipeline-title = 사본 { $copy }(그룹 { $group })의 안: 여덟 단계
    .everyday = 금고 { $copy }({ $group }조)의 안: 여덟 단계
pipeline-foreground = 쓰기가 기다리는 단계
    .everyday = 손님이 기다리는 단계
pipeline-background = 아무도 기다리지 않는 단계
pipeline-intake = 메모리
    .everyday = 책상 위
pipeline-durable = 디스크
    .everyday = 금고에 넣음
pipeline-sort = 빈 곳 너머
    .everyday = 빠진 곳 너머
pipeline-gossip = 가십
    .everyday = 이웃과 대조
pipeline-coalesce = 페이지 버전
    .everyday = 바인더
pipeline-stage = 오브젝트 스토어
    .everyday = 기록 보관소
pipeline-collect = 회수함
    .everyday = 치움
pipeline-scrub = 스크럽
    .everyday = 점검
pipeline-records = 레코드 { $records }개
    .everyday = 용지 { $records }장
pipeline-upto = { $lsn }까지
pipeline-complete = 빠진 것 없음
    .everyday = 빠진 용지 없음
pipeline-missing = { $records }개 빠짐
    .everyday = { $records }장 빠짐
pipeline-versions = { $pages }개, 남은 레코드 { $records }개
    .everyday = { $pages }권, 남은 용지 { $records }장
pipeline-not-yet = 아직
pipeline-scrubbed = 버전 { $pages }개, 손상 { $damaged }
    .everyday = { $pages }권, 손상 { $damaged }
pipeline-next = 다음({ $within } 뒤): { $job }
pipeline-rests = 할 일 없음
pipeline-paused = 멈춤
pipeline-reach = 그룹 로그의 어디까지 왔는가
    .everyday = 어느 용지까지 왔는가
pipeline-reach-scl = 여기에 빠짐없음(SCL)
    .everyday = 여기에 빠짐없음
pipeline-reach-staged = 오브젝트 스토어에 있음
    .everyday = 기록 보관소에 있음
pipeline-reach-floor = 더 앞은 아무도 읽지 않음(PGMRPL)
    .everyday = 더 앞은 아무도 찾지 않음
pipeline-reach-collected = 회수함
    .everyday = 치움
pipeline-throttled = 버전이 되지 않은 레코드가 너무 많아 받는 속도를 늦춥니다.
    .everyday = 묶지 않은 용지가 너무 많아 받는 속도를 늦춥니다.
pipeline-about = 노란색은 할 일이 남은 단계, 초록색은 모두 끝난 단계입니다.

## 복구 단계

recovery-title = 복구 단계
    .everyday = 새 점장이 하는 일
recovery-not-yet = 아직
recovery-survey = 그룹 1에서 답한 사본
    .everyday = 1조에서 답한 금고
recovery-answers = 답 { $answers }개
recovery-pgcl = 그룹 1의 복구된 PGCL
    .everyday = 1조에서 유효한 곳
recovery-vdl = 복구된 VDL
    .everyday = 전체에서 유효한 곳
recovery-lsn = { $lsn }
recovery-range = 무효 범위와 이를 쓴 사본
    .everyday = 무효 번호와 이를 적은 금고
recovery-void = { $first }~{ $last }
recovery-epoch = 볼륨 에포크와 들어간 사본
    .everyday = 새 열쇠 번호와 바꾼 금고
recovery-number = { $number }
recovery-open = 열릴 때의 다음 LSN
    .everyday = 열릴 때의 다음 용지
recovery-late = 거부된 늦은 도착
    .everyday = 돌려보낸 늦은 도착
recovery-undo = 취소된 미완료 트랜잭션
    .everyday = 철회된 서명 없는 문서
recovery-undone = { $undone }/{ $found }
recovery-about = 로그를 재실행하지 않습니다. 로그가 아무리 길어도 단계마다 한 번 오갈 뿐입니다.
    .everyday = 다시 베끼지 않습니다. 보관소가 아무리 두꺼워도 단계마다 모두에게 한 번 물을 뿐입니다.

## 라이터의 중단

outage-title = 중단 시간의 내역
    .everyday = 계산대가 빈 시간
outage-none = 아직 없음
outage-lasts = { SHORT($took) }째 진행 중
outage-over = { SHORT($took) } 만에 끝남
outage-took = { SHORT($took) }
outage-not-yet = –
outage-notice = 장애를 알아차림
    .everyday = 계산대가 빈 것을 알아차림
outage-promote = 후계자의 프로세스가 시작됨
    .everyday = 대리가 계산대로 옴
outage-restart = 같은 호스트에서 다시 시작
    .everyday = 점장을 깨움
outage-recreate = 같은 영역에 라이터를 다시 만듦
    .everyday = 새 점장을 뽑음
outage-open = 복구가 볼륨을 엶
    .everyday = 대리가 장부를 확인함
outage-name = 클러스터 엔드포인트가 옮겨 감
    .everyday = 입구 안내판이 바뀜
outage-clients = 클라이언트가 연결해 응답을 받음
    .everyday = 손님이 계산대를 찾음
outage-candidates = 뒤를 잇는 순서
    .everyday = 대리 명단
outage-instance = 인스턴스 { $number }번
    .everyday = 대리 { $number }번
outage-standing = 계층 { $tier } · { $size } · 영역 { $zone }
    .everyday = 명단 { $tier }번 · { $size } · { $zone }동
outage-chosen = 선택됨: { $why }
outage-next = 다음 차례
    .everyday = 명단의 첫째
outage-may = 선택될 수 있음
outage-ready = 대기
outage-other = 이번에는 선택되지 않음
outage-away = 중지되어 선택할 수 없음
    .everyday = 마찬가지로 자리를 비움
outage-nobody = 다른 인스턴스가 없습니다.
    .everyday = 대리가 없습니다.
outage-attempts = 지금까지 시도 { $attempts }번. 다섯 번 실패하면 계층은 더 따지지 않습니다.
outage-epoch = 사본은 볼륨 에포크 { $epoch }에 있으며 더 오래된 라이터에는 응하지 않습니다. 지금까지 거부: { $refused }건.
    .everyday = 금고의 자물쇠는 { $epoch }번째이고 옛 열쇠로는 열리지 않습니다. 지금까지 돌려보냄: { $refused }건.
outage-back = 이전 라이터(인스턴스 { $number }번)는 시작 { SHORT($after) } 뒤부터 리더로 따르고 있습니다.
    .everyday = 원래 점장({ $number }번)은 시작 { SHORT($after) } 뒤에 열람실을 열었습니다.
outage-broke = 끊긴 연결: { $broke }개. 아직 기다리는 클라이언트: { $waiting }개.
    .everyday = 돌려보낸 손님: { $broke }명. 아직 기다리는 손님: { $waiting }명.
outage-about = 서비스는 보통 60초, 흔히 30초 안에 돌아옵니다. 각 구간은 그 범위에 들도록 뽑습니다.
    .everyday = 계산대는 보통 60초, 흔히 30초 안에 다시 열립니다.

## 엔드포인트 안내

endpoints-title = 이름이 가리키는 곳
    .everyday = 안내판이 가리키는 곳
endpoints-kept = 클라이언트가 기억하는 것
    .everyday = 손님이 적어 둔 것
endpoints-nobody = 아직 아무도 이름을 조회하지 않았습니다.
    .everyday = 아직 아무도 안내판을 보지 않았습니다.
endpoints-more = 여기에 없는 연결: { $count }개
    .everyday = 여기에 없는 손님: { $count }명
board-cluster = 클러스터 엔드포인트
    .everyday = 점장 안내판
board-cluster-name = shop.cluster-…
    .everyday = “계산대는 이쪽”
board-reader = 리더 엔드포인트
    .everyday = 열람실 안내판
board-reader-name = shop.cluster-ro-…
    .everyday = “열람실은 이쪽”
board-custom = 사용자 지정 엔드포인트 “{ $name }”
    .everyday = 안내판 “{ $name }”
board-custom-name = { $name }.cluster-custom-…
board-door = 인스턴스 { $number }번의 엔드포인트
    .everyday = { $number }호실 문
board-instance = 인스턴스 엔드포인트
    .everyday = 문에 적힌 번호
board-instance-name = shop-1.…, shop-2.…
    .everyday = 하나씩
board-lead = { $number } · { $role }
board-role-writer = 라이터
    .everyday = 점장
board-role-reader = 리더
    .everyday = 열람실
board-role-successor = 라이터로 승격 중
    .everyday = 계산대로 가는 중
board-role-starts = 시작하는 중
    .everyday = 여는 중
board-role-away = 부재
    .everyday = 닫힘
board-connections = 연결 { $count }개
    .everyday = 손님 { $count }명
board-kept = → { $number }번, { SHORT($left) } 남음
board-kept-old = → { $number }번, 다음엔 다시 조회
board-not-asked = 아직 조회하지 않음
board-out-of-date = 오래됨
board-connected = { $number }번에 연결됨
    .everyday = { $number }번 앞에 있음
board-tries = { $number }번에 연결 시도
    .everyday = { $number }번으로 가는 중
board-pauses = { $attempts }번 실패, 기다리는 중
board-unconnected = 연결 없음
    .everyday = 아무 데도 없음
board-stale = 오래된 기억: { $clients }개. 더는 라이터가 아닌 인스턴스로 이어져, 읽기는 되지만 쓰기는 실패합니다.
    .everyday = 오래된 쪽지: { $clients }장. 이제는 팔지 않는 곳으로 이어집니다.
board-no-readers = 리더가 없어 리더 엔드포인트가 라이터를 가리키며, 쓰기도 됩니다.
    .everyday = 열람실이 없어 안내판이 계산대를 가리키며, 거기서는 살 수도 있습니다.
board-ttl = 여기서는 클라이언트가 답을 { SHORT($ttl) } 동안 기억하고 연결할 때만 조회합니다. Aurora 이름의 TTL은 5초입니다.
    .everyday = 여기서는 쪽지가 { SHORT($ttl) } 동안 유효하고, 나서기 전에만 봅니다.

## 같은 시드, 하나만 바꾸기

pair-title = 같은 시드, 하나만 바꾸기
    .everyday = 같은 날, 하나만 다르게
pair-as-it-is = 그대로
pair-no-reader = 리더 없이
    .everyday = 대리 없이
pair-other-tier = 첫 계층을 마지막으로
    .everyday = 명단의 첫째를 마지막으로
pair-other-zone = 첫 후보도 라이터와 같은 영역 { $zone }에
    .everyday = 명단의 첫째도 점장과 같은 { $zone }동에
pair-in-place = 라이터를 그 자리에서 다시 시작
    .everyday = 점장을 깨움
pair-promotes = 리더를 승격
    .everyday = 대리가 계산대를 맡음
pair-other-ttl = 이름을 { SHORT($ttl) } 동안 기억
    .everyday = 쪽지를 { SHORT($ttl) } 동안 믿음
pair-nothing-yet = 아직 아무 일도 없습니다. 하는 일은 양쪽에 똑같이 일어납니다.
    .everyday = 아직 아무 일도 없습니다. 하는 일은 두 가게에서 똑같이 일어납니다.
pair-longer = { $change }: 클라이언트가 느끼는 중단이 { SHORT($one) }에서 { SHORT($other) }, { SHORT($apart) } 길어집니다.
    .everyday = { $change }: 계산대가 비는 시간이 { SHORT($one) }에서 { SHORT($other) }, { SHORT($apart) } 길어집니다.
pair-shorter = { $change }: 클라이언트가 느끼는 중단이 { SHORT($one) }에서 { SHORT($other) }, { SHORT($apart) } 짧아집니다.
    .everyday = { $change }: 계산대가 비는 시간이 { SHORT($one) }에서 { SHORT($other) }, { SHORT($apart) } 짧아집니다.
pair-same = { $change }: 중단 시간은 똑같이 { SHORT($one) }입니다.
    .everyday = { $change }: 계산대가 비는 시간은 똑같이 { SHORT($one) }입니다.
pair-other-lasts = { $change }: 벌써 { SHORT($other) }째 돌아오지 않습니다. 그대로라면 { SHORT($one) } 만에 끝났습니다.
pair-one-lasts = { $change }: { SHORT($other) } 만에 끝났습니다. 그대로는 벌써 { SHORT($one) }째입니다.
pair-both-last = 양쪽 모두 { SHORT($one) }째 중단 중입니다.
pair-writer = 지금 쓰는 인스턴스
    .everyday = 지금 계산대에 있는 사람
pair-writer-is = 영역 { $zone }의 인스턴스 { $number }번
    .everyday = { $zone }동의 { $number }번
pair-nobody = 없음
pair-commits = 확인된 커밋
    .everyday = 보관증이 있는 문서
pair-count = { $count }
pair-kept = 확인된 내 행 중 다시 읽히는 것
    .everyday = 보관증이 있는 내 기록 중 남은 것
pair-kept-of = { $all }개 중 { $there }개
pair-reads = 새 라이터에서 읽기 한 번(평균)
    .everyday = 새 계산대에서 찾아보기 한 번(평균)

## 클러스터 구성

cluster-title = 클러스터 구성
    .everyday = 가게 꾸미기
cluster-about = 리더를 옮기려면 다른 영역에 새로 만들고 이것을 삭제합니다. 라이터는 다른 인스턴스가 넘겨받을 때까지 그대로입니다.
    .everyday = 열람실을 옮기려면 다른 동에 새로 열고 이곳을 닫습니다. 계산대는 다른 사람이 넘겨받을 때까지 그대로입니다.
cluster-writes = 라이터
    .everyday = 계산대
cluster-available = 사용 가능
    .everyday = 열림
cluster-creating = 만드는 중
    .everyday = 준비하는 중
cluster-starting = 시작하는 중
cluster-stopped = 멈춤
    .everyday = 닫힘
cluster-out-of-reach = 닿지 않음
cluster-deleting = 삭제하는 중
    .everyday = 문을 닫는 중
cluster-of = 인스턴스 { $number }번: { $what }
cluster-class = 클래스
cluster-remove = 인스턴스 { $number }번 삭제
cluster-endpoints = 사용자 지정 엔드포인트
    .everyday = 직접 세우는 안내판
cluster-endpoint-name = 이름
cluster-create = 만들기
cluster-delete = 엔드포인트 { $name } 삭제
cluster-kind = { $name }: 대상
cluster-members = { $name }: 구성원
cluster-readers-only = READER
cluster-any = ANY
cluster-join = 새 인스턴스도 참여
cluster-clients-through = 클라이언트의 연결 대상
    .everyday = 손님이 보는 안내판
cluster-you-through = 나의 연결 대상
    .everyday = 내가 보는 안내판
