# 실행의 결과: 이루어지지 않은 기대와 명령줄이 하는 말. 페이지에서는 쓰지 않는다.

## 이루어지지 않은 예상

expectation-failed = { $when }: { JOSA($what, "이/가") } 예상과 다릅니다(예상: { $wanted }, 실제: { $found }).

when-at = { $at } 시점
when-within = { $from }부터 { $to } 사이의 어느 시점
when-before = { $to }까지의 어느 시점
when-after = { $from } 이후의 어느 시점
when-throughout = { $from }부터 { $to }까지 줄곧({ $at }에 확인)

what-commits-acknowledged = 응답한 커밋의 수
what-commits-waiting = 기다리는 커밋의 수
what-commits-held = 보류된 쓰기의 수
what-commits-lost = 잃어버린 행의 수
what-vcl = VCL
what-vdl = VDL
what-allocated = 할당된 가장 큰 LSN
what-pgcl = 그룹 { $group }의 PGCL
what-newest = 그룹 { $group }의 최신 레코드
what-scl = 그룹 { $group }의 사본 { $copy }의 SCL
what-ability = 그룹 { $group }의 능력
what-copy = 사본 { $copy }
what-copy-of-group = 그룹 { $group }의 사본 { $copy }
what-zone = 가용 영역 { $zone }
what-row = 행 ‘{ $key }’
what-events = ‘{ $name }’ 이벤트의 수

compare-exactly = { $value }
compare-at-least = { $value } 이상
compare-at-most = { $value } 이하
compare-above = { $value } 초과
compare-below = { $value } 미만
level-of-point = { $what }({ $lsn })

is-number = { $number }
is-lsn = { $lsn }
is-read-write = 읽기와 쓰기 가능
is-read-only = 읽기만 가능
is-unavailable = 아무것도 할 수 없음
is-up = 작동 중
is-stopped = 멈춤
is-partly-stopped = 일부 그룹에서 멈춤
is-cut = 끊김
is-open = 연결됨
is-value = “{ $value }”
is-no-row = 행 없음
what-primary = 기본 리전
what-global-endpoint = 글로벌 라이터 엔드포인트가 가리키는 리전
what-region = { $region }
what-lag = { $region }의 { $measure } 지연(밀리초)
what-row-of = { $region }의 행 ‘{ $key }’
what-snapshot = { $region } 스냅샷의 행 ‘{ $key }’
what-commits-of = { $region }에서 응답한 커밋의 수
what-change = 최근의 기본 리전 변경
what-change-to = 새 기본 리전
what-change-lost = 최근 변경에서 사라진 커밋의 수
what-change-felt = 최근 변경에서 커밋이 없던 밀리초
what-split-brain = 둘 다 쓰는 리전 쌍의 수
is-none = 없음
is-writable = 쓰기 가능
is-closed = 쓰기 불가
is-held = 커밋 대기 중
is-readable = 읽기 가능
is-headless = 인스턴스 없음
is-rebuilding = 새 볼륨을 채우는 중
is-replaced = 교체 대기 중
is-dark = 중단됨
is-absent = 클러스터 없음
is-unreadable = 지금은 읽을 수 없음

## 명령줄의 말

run-passed = { $name } 통과: { $expectations ->
        [0] 예상이 없습니다
       *[other] 예상 { $expectations }개가 모두 이루어졌습니다
    }. 어긴 불변 조건도 없습니다. { $until } 동안 이벤트 { $events }건, 응답한 커밋 { $commits }건, 응답한 읽기 { $reads }건. 다이제스트 { $digest }.
run-failed = { $name } 실패: 예상 { $expectations }개 중 { $failures }개가 이루어지지 않았고, 불변 조건을 { $violations }번 어겼습니다. 다이제스트 { $digest }.
soak-repeat = 되풀이하려면: { $command }
failover-outage = { $runs }번 실행에서 클라이언트 { $clients }개의 중단 시간: 중앙값 { SHORT($median) }, 95 백분위수 { SHORT($high) }, 최장 { SHORT($longest) }.
failover-bounds = 허용 범위는 차례로 { SHORT($median) }, { SHORT($high) }, { SHORT($longest) }까지입니다.
failover-parts = 구간별 중앙값: 장애 감지와 승격 대상 선택 { SHORT($chosen) }, 볼륨 열기 { SHORT($opened) }, 이름 전환 { SHORT($named) }, 클라이언트 응답 { SHORT($back) }.
quorum-read-write = 읽기와 쓰기 가능: 사본 6개 중 { $count }개가 작동합니다({ COPIES($up) }). 쓰기에는 { $write }개, 읽기에는 { $read }개가 필요합니다.
quorum-read-only = 읽기만 가능: 사본 6개 중 { $count }개가 작동합니다({ COPIES($up) }). 쓰기에는 { $write }개, 읽기에는 { $read }개가 필요합니다. 사본이 하나 더 돌아올 때까지 쓰기는 기다립니다.
quorum-unavailable = 읽기도 쓰기도 불가: 사본 6개 중 { $count }개가 작동합니다({ COPIES($up) }). 쓰기에는 { $write }개, 읽기에는 { $read }개가 필요합니다.
quorum-map = 행과 열은 작동하는 사본. W: 읽기와 쓰기 가능, r: 읽기만 가능, ·: 둘 다 불가.
    상태 { $all }가지 중 쓸 수 있는 것은 { $writable }가지, 읽을 수 있는 것은 { $readable }가지, 읽기만 되는 것은 { $read-only }가지입니다.

global-cost = { $kind }, 지연 { SHORT($lag) }: 클라이언트 대기 중앙값 { SHORT($median) }, 최장 { SHORT($longest) }. 사라진 커밋은 최대 { SHORT($gone) }분량, { $lost }개.
global-switchover = 전환
global-failover = 관리형 장애 조치
global-detach = 수동 분리와 승격
global-holds = 예상대로: { $relation }
global-fails = 예상과 다름: { $relation }
global-planned-loses-nothing = 전환은 아무것도 잃지 않습니다(G-20).
global-planned-grows = 지연이 클수록 전환이 오래 걸립니다(G-24).
global-loss-within-lag = 계획에 없는 변경도 지연만큼만 잃습니다(G-31, G-39).
global-loss-grows = 계획에 없는 변경은 지연이 클수록 많이 잃습니다(G-24).
global-failover-waits-for-nobody = 관리형 장애 조치는 지연과 관계없이 기다리지 않습니다(G-34).
