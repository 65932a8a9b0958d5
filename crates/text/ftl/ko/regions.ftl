## In one Region

event-redo-arrived = 기본 리전의 재실행 레코드 { $records }개가 { $last }까지 도착했습니다.
    .everyday = 본관의 용지 { $records }장이 { $last }까지 도착했습니다.
event-agent-started = 복제 에이전트가 기본 리전의 재실행 로그를 받으려고 이 리전의 볼륨을 엽니다.
    .everyday = 수령 창구가 본관에서 오는 것을 철하려고 이 분관의 금고를 엽니다.
event-agent-ended = 복제 에이전트가 수령을 마쳤습니다. 이 리전이 직접 씁니다.
    .everyday = 수령 창구가 닫힙니다. 이 분관이 본관이 됩니다.
event-writes-stopped = 클러스터가 더는 쓰기를 받지 않습니다.
    .everyday = 창구가 더는 서류를 받지 않습니다.
event-writes-resumed = 클러스터가 다시 쓰기를 받습니다.
    .everyday = 창구가 다시 서류를 받습니다.
event-commits-held = 영속된 커밋이 기다립니다. 모든 보조 리전의 지연이 RPO 한도 이상입니다.
    .everyday = 접수증을 내주지 않습니다. 모든 분관이 너무 뒤처졌습니다.
event-commits-released = 보조 리전 하나가 RPO 한도 아래로 내려왔습니다. 기다리던 커밋에 차례로 응답합니다.
    .everyday = 분관 하나가 따라잡았습니다. 기다리던 접수증을 차례로 내줍니다.
event-went-dark = 리전 전체가 멈췄습니다. 인스턴스와 사본이 모두 동작하지 않습니다.
    .everyday = 분관 전체가 문을 닫았습니다. 창구도 금고도 쓸 수 없습니다.
event-came-back = 리전이 돌아왔습니다. 디스크에 있던 것은 그대로입니다.
    .everyday = 분관이 다시 문을 열었습니다. 금고에 있던 것은 그대로입니다.
